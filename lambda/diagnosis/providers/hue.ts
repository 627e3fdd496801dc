import { at } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/**
 * The Philips Hue bridge, at an address of the local network: a list of errors with status 200.
 *
 * @see https://github.com/bwssytems/ha-bridge/issues/410
 * @see https://github.com/entrippy/OctoPrint-OctoHue/issues/36
 */
export const hue: Provider = {
  name: 'hue',
  wrote: ({ json }) =>
    typeof at(json, 0, 'error', 'type') === 'number' && typeof at(json, 0, 'error', 'address') === 'string',
  codesAt: /^\[\d{1,2}\]\.error\.type$/,
  codes: {
    '1': 'credential-invalid',
    '101': 'step-up-required',
  },
  remedies: {
    'credential-invalid': 'Press the button of the bridge and register a new user name.',
    'step-up-required': 'Press the button of the bridge, then repeat the call.',
  },
};
