import { codeEvidence, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

const PERMISSION = '_permission';

/** Only `field` and `code` together tell: `activity:read_permission` that is `missing`, an `access_token` `invalid`. */
const rule: Rule = ({ json }) => {
  const field = textAt(json, 'errors', 0, 'field');
  const code = textAt(json, 'errors', 0, 'code');
  if (field === undefined) return undefined;
  const evidence = [codeEvidence({ path: 'errors[0].field', value: field, words: '' })];
  if (code === 'missing' && field.endsWith(PERMISSION)) {
    const scope = field.slice(0, -PERMISSION.length);
    return { cause: 'scope-missing', confidence: 'certain', evidence, details: { missingScopes: [scope] } };
  }
  return code === 'invalid' && field === 'access_token'
    ? { cause: 'credential-invalid', confidence: 'certain', evidence }
    : undefined;
};

/**
 * Strava: who may connect is limited too, which is no rate limit.
 *
 * @see https://github.com/stravalib/stravalib/issues/185
 * @see https://github.com/TrackMyIndoorWorkout/TrackMyIndoorWorkout/issues/511
 */
export const strava: Provider = {
  name: 'strava',
  hosts: ['strava.com'],
  rule,
  sentences: [{ cause: 'feature-unavailable', when: /limit of connected athletes exceeded/ }],
  remedies: {
    'scope-missing': 'Have the athlete authorise the app again, with activity:read or activity:read_all ticked.',
    'feature-unavailable': 'Ask Strava to raise the number of athletes that may connect to the app.',
  },
};
