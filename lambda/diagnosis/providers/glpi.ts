import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import { textAt } from '../reading/json.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

const CODES: Readonly<Record<string, Cause>> = {
  ERROR_LOGIN_PARAMETERS_MISSING: 'credential-missing',
  ERROR_SESSION_TOKEN_MISSING: 'credential-missing',
  ERROR_APP_TOKEN_PARAMETERS_MISSING: 'credential-missing',
  ERROR_WRONG_APP_TOKEN_PARAMETER: 'credential-invalid',
};
/** Its sentence ends with the link to the server's own manual. */
const MANUAL = /https?:\/\/[^\s"'<>]{1,200}#ERROR_\w{1,60}/;

/** A pair of a name and a sentence in the user's language. */
const rule: Rule = (reading) => {
  const name = nameIn(reading);
  const cause = name !== undefined && Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  const code = reading.codes.find(({ path }) => path === '[0]');
  if (cause === undefined || code === undefined) return undefined;
  const manual = MANUAL.exec(textAt(reading.json, 1)?.slice(0, 1000) ?? '')?.[0];
  return {
    cause,
    confidence: 'certain',
    evidence: [codeEvidence(code)],
    ...(manual !== undefined && { details: { documentation: manual } }),
  };
};

function nameIn({ json }: Reading): string | undefined {
  const name = Array.isArray(json) && json.length === 2 ? textAt(json, 0) : undefined;
  return name !== undefined && /^ERROR_[A-Z_]{3,60}$/.test(name) ? name : undefined;
}

/**
 * GLPI's REST API.
 *
 * @see https://github.com/glpi-project/glpi/issues/850
 * @see https://github.com/glpi-project/glpi/pull/9044
 */
export const glpi: Provider = {
  name: 'glpi',
  wrote: (reading) => nameIn(reading) !== undefined,
  rule,
  remedies: {
    'credential-missing':
      'Send what the name of the error says: login or `user_token` to open a session, then the session token, and the app token.',
    'credential-invalid': 'Compare `App-Token` with the one of the API client in the setup of GLPI.',
  },
};
