import type { Cause } from '../causes.ts';
import { type Finding, findMessage, headerEvidence, messageEvidence, type Rule } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Provider } from './provider.ts';

/**
 * Entra's error numbers. The number decides: OAuth's `error` beside it is `invalid_grant` for MFA, expiry and mistakes
 * alike. Those of which only the sentence tells, such as the tenant restrictions, are left to it.
 *
 * @see https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity-platform/reference-error-codes.md
 */
const NUMBERS: Readonly<Partial<Record<Cause, string>>> = {
  'credential-missing': '50058 81006 7000216 7000218',
  'credential-invalid':
    '50008 50012 50013 50027 50034 50056 50064 50126 54005 70000 70001 70002 700005 700011 700016 700030 700229 7000215',
  'credential-expired': '50055 50089 50144 70008 70019 70043 500133 700082 700084 7000222',
  'credential-revoked': '50057 50133 50173',
  'signature-invalid': '50006 50099 80013 700027',
  'scope-missing': '65005 650056 650057',
  'permission-denied': '16000 16003 50014 50020 50105 51004 90072 90084 90093 240001',
  'step-up-required':
    '50005 50072 50074 50076 50078 50079 50097 50125 50127 50129 50131 50155 50158 53000 53001 53002 53003 53004 65001 65004 90008 90094 90095 530003 530035 700020',
  'account-suspended': '50053 500014 7000112',
  'feature-unavailable': '51000 650052',
  'rate-limited': '50088 50196 90055',
  'wrong-endpoint': '50001 50049 50059 50194 90002 90038 90124 90130 500011 9001023 9002332',
  'request-rejected':
    '28002 50011 50147 50192 70003 70004 70005 70007 70011 90013 90014 90023 90100 501481 700022 700023 700025 900144 9002313',
};
const CAUSE_OF = new Map(
  Object.entries(NUMBERS).flatMap(([cause, numbers]) => numbers.split(' ').map((number) => [number, cause as Cause])),
);

/** Numbers that stand for two causes, which the sentence tells apart. */
const SENTENCES: readonly (readonly [Cause, RegExp])[] = [
  ['ip-not-allowed', /aadsts50053\b.{0,200}\bmalicious/],
  ['account-suspended', /aadsts70001\b.{0,120}\bdisabled/],
];

/** What an AADSTS number says, in whichever of Microsoft's answers it stands, and the call for a new sign-in. */
export const entraSays: Rule = (reading): Finding | undefined => number(reading) ?? evaluation(reading);

/** Where an answer chains several numbers, the last one is the telling one. */
function number(reading: Reading): Finding | undefined {
  const message = findMessage(reading, /\baadsts\d{5,7}/);
  if (message === undefined) return undefined;
  const numbers = [...message.plain.matchAll(/\baadsts(\d{5,7})/g)].reverse();
  const cause =
    SENTENCES.find(([, pattern]) => pattern.test(message.plain))?.[0] ??
    numbers.map(([, digits]) => CAUSE_OF.get(digits ?? '')).find((known) => known !== undefined);
  return cause && { cause, confidence: 'certain', evidence: [messageEvidence(message)] };
}

/** Continuous access evaluation. @see https://learn.microsoft.com/en-us/entra/identity-platform/claims-challenge */
function evaluation({ challenges }: Reading): Finding | undefined {
  if (!challenges.some(({ params }) => params.get('error') === 'insufficient_claims')) return undefined;
  const evidence = [headerEvidence('www-authenticate', 'error="insufficient_claims"')];
  return { cause: 'step-up-required', confidence: 'certain', evidence };
}

/** The token endpoint of Microsoft Entra ID, which refuses with 400 or 401, and whoever passes its words on. */
export const microsoftEntra: Provider = {
  name: 'microsoft-entra',
  hosts: ['microsoftonline.com', 'login.windows.net'],
  wrote: ({ messages }) => messages.some(({ plain }) => /\baadsts\d{5,7}:/.test(plain)),
  rule: entraSays,
  remedies: {
    'credential-invalid':
      'Compare tenant, client id and secret (its value, not its id) with the app registration at https://entra.microsoft.com',
    'credential-expired':
      'For a client secret, add one under "Certificates & secrets" of the app registration at https://entra.microsoft.com ; for a user, sign in again.',
    'credential-revoked': 'The user has to sign in again; if the user is disabled, an administrator has to enable it.',
    'scope-missing':
      'Add the permission to the app registration at https://entra.microsoft.com and grant admin consent, then get a new token.',
    'permission-denied':
      'Assign the user under "Enterprise applications" at https://entra.microsoft.com , or invite it to this tenant.',
    'step-up-required':
      'Sign in interactively, or have the consent granted; the sign-in log names the policy that asks: https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access',
    'account-suspended': 'An administrator sees why in the sign-in logs at https://entra.microsoft.com',
    'wrong-endpoint': 'Check the tenant in the URL and the name of the resource or scope.',
  },
};
