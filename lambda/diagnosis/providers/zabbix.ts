import { textAt } from '../reading/json.ts';
import type { Provider } from './provider.ts';

/** Zabbix says "Invalid params." of everything; `error.data` tells. Why a session is over, it does not. */
const OVER = /^session terminated, re-login, please\b/;

/**
 * The JSON-RPC API of Zabbix.
 *
 * @see https://github.com/HenriqueCaires/ZabbixApi/pull/49
 */
export const zabbix: Provider = {
  name: 'zabbix',
  wrote: ({ path, json }) =>
    path.endsWith('/api_jsonrpc.php') || OVER.test(textAt(json, 'error', 'data')?.toLowerCase() ?? ''),
  sentences: [
    { cause: 'credential-invalid', when: OVER, confidence: 'likely' },
    { cause: 'credential-invalid', when: /^not authori[sz]ed\.?$/, confidence: 'possible' },
  ],
  remedies: {
    'credential-invalid': 'Log in again and repeat the call with the new session.',
  },
};
