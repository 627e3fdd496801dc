import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import { NAMESAKES } from './namesakes.ts';

type Table = readonly (readonly [Cause, RegExp])[];

const KEY =
  '(?:api |access |auth\\w* |oauth2? |refresh |bearer |security |session |client |id |jwt |app(?:lication)? |user |web )?(?:token|key|credentials?|session|secret|jwt|password|grant|assertion|authentication|auth|pat|cookie|login|ticket)s?';

/** Codes that mean one thing whatever the message says. Written for {@link wordsOf}'s lower-case words. */
const TELLING: Table = [
  ['csrf-rejected', /\b(?:csrf|xsrf|cookie invalid nonce|authenticity token|invalid crumb)\b/],
  [
    'cors-rejected',
    /\bcors\b|\borigin (?:not allowed|mismatch|forbidden|denied|invalid)|(?:invalid|disallowed|missing) origin|refer?rer (?:blocked|not allowed|denied)|http refer?rer blocked/,
  ],
  [
    'signature-invalid',
    /signature (?:does not match|doesnotmatch|mismatch|invalid|error|verification|expired|not match|incorrect)|(?:invalid|bad|incorrect|incomplete|wrong|missing) signature|request time too skewed|clock skew|invalid (?:nonce|timestamp)|(?:timestamp|nonce) (?:expired|invalid|out of|used)|nonce used|signature nonce used/,
  ],
  [
    'ip-not-allowed',
    /\bip (?:address )?(?:not allowed|blocked|denied|restricted|forbidden|not whitelisted|not in whitelist|mismatch|rejected|banned|not authorized|whitelist\w*|refer?er blocked|address blocked|access denied|not permitted|restriction)|(?:invalid|unauthorized|forbidden|blocked|untrusted|disallowed|client) ip\b|ip address blocked|access from location blocked/,
  ],
  [
    'geo-blocked',
    /unsupported country|country (?:blocked|not|restricted|unsupported)|\bgeo (?:block|restrict|location)|geoblock|region (?:blocked|restricted|not allowed)|location (?:blocked|restricted)|restricted (?:country|region|location)|embargo/,
  ],
  [
    'quota-exceeded',
    /\bquota|daily limit|monthly limit|(?:insufficient|out of|no|not enough) (?:credits?|funds|balance)|usage limit|credits? (?:exhausted|exceeded|depleted)|resource limit exceeded|billing hard limit|plan limit|spend(?:ing)? limit|limit exceeded exception|storage limit/,
  ],
  [
    'rate-limited',
    /\brate ?limit|ratelimit|too many requests?|toomanyrequests|too many \w+|throttl|request limit|slow down|\bconcurren\w* limit|user rate|flood wait|requests? rate|secondary rate/,
  ],
  [
    'scope-missing',
    /(?:missing|insufficient|incorrect|required|no|lacking|invalid token|not enough) (?:oauth2? |token |auth |api )?scopes?\b|scopes? (?:missing|insufficient|mismatch|not granted|denied|required|error|not authorized|not sufficient)|scope insufficient|scope not/,
  ],
  [
    'credential-expired',
    new RegExp(
      `\\b${KEY} (?:is |has |was |been )?expired\\b|\\bexpired (?:\\w+ )?(?:token|key|credentials?|session|secret|jwt|authentication|auth|grant)\\b`,
    ),
  ],
  [
    'step-up-required',
    /\b(?:mfa|2fa|two factor|multi factor|second factor|otp)\b|reauth|re auth\w* required|insufficient user authentication|interaction required|(?:email|phone|account|user) (?:is )?(?:not verified|unverified|not confirmed|verification required)|\bunverified\b|terms (?:of \w+ )?(?:not accepted|required|acceptance)|terms of service required|consent required|sso required|org login required|saml|step ?up|password (?:change|reset) required|must change password|insufficient claims/,
  ],
  [
    'credential-revoked',
    new RegExp(
      `\\b${KEY} (?:is |has |was |been )*(?:revoked|deactivated|disabled|deleted|inactive|blacklisted|invalidated|suspended|rotated)\\b|\\b(?:revoked|disabled|inactive|deactivated) (?:\\w+ )?(?:token|key|credentials?|session|secret)|account inactive|user (?:is )?(?:deactivated|deleted|disabled|inactive|removed|not active)|(?:inactive|deactivated|deleted|disabled) user`,
    ),
  ],
  [
    'account-suspended',
    /(?:account|org\w*|project|tenant|team|app|subscription|shop|merchant|workspace|customer) (?:is |has been |has |state )?(?:suspended|disabled|locked|blocked|banned|closed|deactivated|frozen|invalid state|past due|delinquent|terminated|inactive|not active)|user (?:suspended|banned|blocked|locked)|(?:suspended|banned|locked|blocked) (?:user|account)|billing (?:disabled|not enabled|not active|not open)|payment (?:required|past due|failed)|account state invalid|\bbanned\b|overdue|in arrears/,
  ],
  [
    'feature-unavailable',
    /\b(?:api|service|feature|product|endpoint|module|model|functionality) (?:is |has been )?(?:not enabled|disabled|not available|unavailable|not activated|not subscribed|not supported)\b|\bapi disabled|access not configured|service (?:disabled|not subscribed)|(?:not|no|un) ?subscri(?:bed|ption)|subscription (?:required|not found)|upgrade required plan|(?:plan|license|licence|tier) (?:required|limit\w*|upgrade|not|does|invalid|expired)|opt in required|not (?:entitled|licensed|approved)|feature (?:not|disabled|unavailable)|no license|paid \w+ required|unsupported plan|client not enrolled/,
  ],
  ['request-rejected', /user agent|(?:https|ssl|tls) (?:is )?required|client certificate|require https/],
  [
    'wrong-endpoint',
    /(?:unsupported|invalid|deprecated|unknown|inactive) (?:api )?version|method not allowed|invalid host|unknown (?:endpoint|method)|endpoint (?:not found|deprecated)|permanent redirect|authorization header malformed/,
  ],
];

/** Codes that give a first idea, which a sentence may sharpen. */
const GENERAL: Table = [
  [
    'credential-missing',
    new RegExp(
      `\\b(?:no|missing|empty|required) (?:auth\\w*|${KEY}|authorization)\\b|\\b(?:${KEY}|authorization|authentication(?: token)?) (?:header )?(?:is )?(?:required|missing|not provided|not found|not present|absent|empty|not supplied)\\b|\\bnot authed\\b|\\bunauthenticated\\b|\\bnot authenticated\\b|not logged in|anonymous`,
    ),
  ],
  [
    'credential-invalid',
    new RegExp(
      `\\b(?:invalid|bad|wrong|incorrect|unknown|malformed|unrecognized|illegal|not valid|unregistered) (?:\\w+ ){0,2}?(?:token|key|credentials?|auth\\w*|session|secret|client|jwt|password|login|username|grant|assertion|id|cookie|app|bearer)\\b|\\b${KEY} (?:is |was )?(?:invalid|not valid|malformed|not recognized|incorrect|wrong|unknown|mismatch|not found|not exist)\\b|authentication (?:failed|failure|error|unsuccessful)|authorization error invalid|unrecognized client|invalid (?:client|auth)|bad credentials|auth (?:failed|failure|error)|login failed|unable to authenticate|api key invalid|token not found`,
    ),
  ],
  [
    'permission-denied',
    /permission (?:denied|error|missing|required)|permissions? denied|(?:insufficient|missing|invalid|no|lacking|not enough|low) (?:\w+ )?(?:permissions?|privileges?|access|rights|authority|role|access rights)|not (?:authorized|permitted|allowed|granted|a member)|(?:action|operation|resource|access|user|call|request) (?:not allowed|forbidden|denied|restricted|not permitted|is forbidden)|authorization (?:failed|permission mismatch|request denied|denied)|no permission|restricted resource|forbidden by policy|\brbac\b|domain policy|access to resource is forbidden|insufficient access|unauthorized (?:operation|access|user)|\badmin only\b|rest cannot|not in channel/,
  ],
];

const OF_CREDENTIALS = new Set<Cause>(['credential-expired', 'credential-revoked', 'credential-invalid']);

function rule(table: Table, confidence: 'certain' | 'likely'): Rule {
  return ({ codes }) => {
    for (const [cause, pattern] of table) {
      const code = codes.find(
        ({ words, value }) =>
          words.length > 2 &&
          words.length <= 120 &&
          !AMBIGUOUS.test(value) &&
          pattern.test(words) &&
          !(OF_CREDENTIALS.has(cause) && NAMESAKES.test(words)),
      );
      if (code !== undefined) return { cause, confidence, evidence: [codeEvidence(code)] };
    }
    return undefined;
  };
}

/** Codes that name two causes at once, or that are the standard's own and handled by its rule. */
const AMBIGUOUS =
  /(?:invalid|bad|missing)_?or_?(?:expired|missing|invalid)|^(?:invalid_scope|invalid_request|invalid_request_error|Forbidden|UNAUTHORIZED|error)$/i;

/** Machine codes that leave no doubt, in whichever way their words are joined. */
export const tellingCodes: Rule = rule(TELLING, 'certain');

/** Machine codes that are true of several causes: read after the sentences. */
export const generalCodes: Rule = rule(GENERAL, 'likely');
