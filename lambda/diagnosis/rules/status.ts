import type { Cause } from '../causes.ts';
import type { Confidence } from '../diagnosis.ts';
import { type Finding, headerEvidence, type Rule, statusEvidence } from '../finding.ts';

/** Statuses that say one thing by themselves. 401, 407 and 429 have rules of their own; 403 and 404 say nothing. */
const BY_STATUS: Readonly<Record<number, readonly [Cause, Confidence]>> = {
  400: ['request-rejected', 'possible'],
  402: ['account-suspended', 'possible'],
  405: ['wrong-endpoint', 'likely'],
  410: ['wrong-endpoint', 'possible'],
  411: ['request-rejected', 'likely'],
  413: ['request-rejected', 'likely'],
  414: ['request-rejected', 'likely'],
  415: ['request-rejected', 'likely'],
  419: ['csrf-rejected', 'likely'],
  421: ['wrong-endpoint', 'likely'],
  422: ['request-rejected', 'possible'],
  426: ['request-rejected', 'possible'],
  428: ['request-rejected', 'likely'],
  431: ['request-rejected', 'likely'],
  451: ['geo-blocked', 'possible'],
  495: ['request-rejected', 'likely'],
  496: ['request-rejected', 'likely'],
  511: ['waf-blocked', 'possible'],
};

/** The last resort: what the status alone says. */
export const byStatus: Rule = (reading) => {
  const entry = BY_STATUS[reading.status];
  return entry === undefined
    ? undefined
    : { cause: entry[0], confidence: entry[1], evidence: [statusEvidence(reading)] };
};

const LOGIN_PATH =
  /\/(?:login|log-in|signin|sign-in|sso|saml2?|auth(?:orize|enticate)?|oauth2?|adfs|users\/sign_in|session\/new)(?:[/?._-]|$)/i;

/** A redirect to where people log in: an API that answers so saw no credential that it takes. */
export const redirectToLogin: Rule = (reading): Finding | undefined => {
  const location = reading.fields.get('location');
  if (reading.status < 300 || reading.status > 399 || location === undefined) return undefined;
  const [beforeQuery = ''] = location.split('?');
  if (!LOGIN_PATH.test(beforeQuery)) return undefined;
  const cause = reading.credential.sent === true ? 'credential-invalid' : 'credential-missing';
  return {
    cause,
    confidence: 'possible',
    evidence: [statusEvidence(reading), headerEvidence('location', beforeQuery)],
  };
};
