import type { Cause } from '../causes.ts';
import { codeEvidence, type Rule } from '../finding.ts';
import { CRYPTOGRAPHY, NAMESAKES, STRANGERS } from './namesakes.ts';

/** Words of which a code must have one of each group, in whatever order; and none of the last. */
interface CodeRule {
  readonly cause: Cause;
  readonly all: readonly RegExp[];
  readonly none?: RegExp;
}

const words = (...alternatives: readonly string[]) => new RegExp(`\\b(?:${alternatives.join('|')})\\b`);

const CREDENTIAL = words(
  'tokens?',
  'jwts?',
  '(?:api|app|access|auth|partner|client|secret|subscription|security) ?keys?',
  'apikeys?',
  'keys?',
  'credentials?',
  'secrets?',
  'sessions?',
  'passwords?',
  'log ?ins?',
  'auth',
  'authentication',
  'bearer',
  'pat',
  'cookies?',
  'grants?',
  'assertions?',
  'tickets?',
);
/** What a token may do is the token's; what a user may do is not. */
const TOKEN = words('(?:api |access |auth |app )?(?:tokens?|keys?)', 'apikeys?', 'oauth2?', 'app(?:lication)?');
const ACCOUNT = words(
  'accounts?',
  'org\\w*',
  'projects?',
  'tenants?',
  'teams?',
  'apps?',
  'application',
  'subscriptions?',
  'shops?',
  'stores?',
  'sites?',
  'merchants?',
  'workspaces?',
  'customers?',
  'company',
  'billing',
);
const DENIED = words(
  'not (?:allowed|permitted|authorized|authorised|granted|supported|available|whitelisted|trusted|in|match\\w*)',
  'denied',
  'deny',
  'forbidden',
  'blocked',
  'block',
  'banned',
  'restricted',
  'restriction',
  'unauthorized',
  'disallowed',
  'rejected',
  'mismatch',
  'invalid',
  'bad',
  'blacklist\\w*',
  'whitelist\\w*',
  'allowlist\\w*',
  'failed',
  'untrusted',
);
const ENDED = words('expired', 'expiration', 'expire', 'timed out', 'timeout', 'ended', 'past due');
const SUSPENDED = words(
  'suspended',
  'disabled',
  'locked(?: out)?',
  'blocked',
  'banned',
  'closed',
  'deactivated',
  'frozen',
  'restricted',
  'terminated',
  'inactive',
  'not active',
  'invalid state',
  'state invalid',
  'delinquent',
  'on hold',
  'limited',
  'overdue',
  'past due',
  'cancell?ed',
  'unpaid',
);

/** Codes that mean one thing whatever the message says. Written for the lower-case words of a code. */
const TELLING: readonly CodeRule[] = [
  {
    cause: 'csrf-rejected',
    all: [
      words('csrf\\w*', 'xsrf\\w*', 'ebadcsrftoken', 'cookie invalid nonce', 'authenticity token', 'invalid crumb'),
    ],
  },
  {
    cause: 'ip-not-allowed',
    all: [words('ips?', 'ip ?address', '(?:source|client|remote)? ?ip', 'network'), DENIED],
    none: words('rate', 'too many', 'throttl\\w*', 'network (?:error|failed)'),
  },
  { cause: 'ip-not-allowed', all: [words('access from location blocked')] },
  {
    cause: 'geo-blocked',
    all: [
      words(
        'countr\\w+',
        'geo\\w*',
        'territor\\w+',
        'locations?',
        'jurisdictions?',
        'regions?',
        'sanctioned',
        'embargo\\w*',
      ),
      words(
        'not (?:supported|allowed|available|permitted|in)',
        'available in',
        'unsupported',
        'unavailable',
        'blocked',
        'block',
        'geoblock',
        'restricted',
        'restrict(?:ion)?',
        'denied',
        'forbidden',
        'sanctioned',
        'embargo\\w*',
      ),
    ],
    none: words('data', 'aws', 'bucket', 'wrong region'),
  },
  {
    cause: 'cors-rejected',
    all: [words('cors', 'origins?', 'refer?rer', 'domains?'), words(DENIED.source, 'error', 'missing')],
    none: words(
      'domain policy',
      'invalid domain',
      'domain (?:blocked|suspended|restricted|denied)',
      'forbidden domain',
    ),
  },
  {
    cause: 'signature-invalid',
    all: [
      words(
        'signatures?',
        'sign',
        'hmac',
        'nonce',
        'timestamp',
        'time ?stamp',
        'dpop(?: proof)?',
        'time too skewed',
        'clock skew',
        'request expired',
      ),
      words(
        'invalid',
        'bad',
        'incorrect',
        'incomplete',
        'wrong',
        'missing',
        'mismatch',
        'does not match',
        'doesnotmatch',
        'not match',
        'error',
        'verification',
        'failed',
        'expired',
        'used',
        'refused',
        'out of',
        'too (?:small|old|skewed)',
        'skew',
        'stale',
        'request expired',
      ),
    ],
    none: words('sign ?(?:in|up|on)', 'token', 'expired signature'),
  },
  {
    cause: 'waf-blocked',
    all: [
      words('waf', 'bots?', 'captcha', 'firewall', 'automated', 'browser signature', 'risk control', 'suspicious'),
      words(
        'blocked',
        'block',
        'banned',
        'detected',
        'denied',
        'rejected',
        'required',
        'activity',
        'request',
        'control',
        'by',
        'challenge',
      ),
    ],
    none: words('bot (?:not|missing|token)', 'account', 'verification'),
  },
  {
    cause: 'quota-exceeded',
    all: [
      words(
        'quotas?',
        '(?:daily|monthly|weekly|usage|plan|spend\\w*|storage|resource|billing hard|credit) limit',
        'usage cap',
        'insufficient (?:\\w+ ){0,2}units',
        'limit exceeded (?:exception|day|month)',
        'free ?tier ?only',
        '(?:insufficient|out of|no|not enough|low) (?:credits?|funds|balance|quota)',
        '(?:credits?|balance|funds|allowance) (?:exhausted|exceeded|depleted|not enough|insufficient|limit|too low)',
      ),
    ],
    none: words('user rate', 'per minute'),
  },
  {
    cause: 'rate-limited',
    all: [
      words(
        'rate ?limit\\w*',
        'ratelimit\\w*',
        'rate exceeded',
        'throttl\\w*',
        'too ?many ?requests?',
        'too many \\w+',
        'too (?:frequent\\w*|fast|often)',
        'freq\\w* (?:out of )?limit\\w*',
        'freq out',
        '(?:request|requests|call|calls|qps|rps|burst|concurren\\w*(?: requests?)?|api) limit(?: exceeded)?',
        'qps limit\\w*',
        'slow ?down',
        'user rate',
        'flood wait',
        'requests? rate',
        'over rate',
        'secondary rate',
        'request throttled',
      ),
    ],
  },
  {
    cause: 'step-up-required',
    all: [
      words(
        'mfa',
        '2 ?fa',
        'two factor',
        'multi factor',
        'second factor',
        'otp',
        'totp',
        're ?auth\\w*',
        'insufficient user authentication',
        'interaction required',
        'consent (?:required|needed|missing)',
        'missing consent',
        'sso (?:required|enforced)',
        'saml',
        'step ?up',
        'sudo',
        'sca',
        'kyc',
        'strong (?:customer )?authentication',
        '(?:checkpoint|challenge) required',
        'fresh token',
        'insufficient claims',
        'org login required',
        'terms',
        'tos',
        'agreement',
      ),
      words(
        'required?',
        'requires?',
        'needed',
        'missing',
        'not',
        'un\\w+',
        'accept\\w*',
        'must',
        'exceeded',
        'insufficient',
        'setup',
        'enforced',
        'needs',
        'mfa',
        '2 ?fa',
        'otp',
        'saml',
        'step ?up',
        'reauth\\w*',
      ),
    ],
    none: words('invalid (?:otp|mfa)', 'violation'),
  },
  {
    cause: 'step-up-required',
    all: [
      words(
        '(?:email|e mail|phone|account|user|identity|address|device) (?:is )?(?:not (?:yet )?(?:verified|confirmed|activated|trusted|validated)|unverified|unconfirmed)',
        '(?:unverified|unconfirmed|untrusted) (?:email|phone|account|user|identity|device)',
        '(?:email|phone|identity|login|account|user|age)? ?(?:verification|confirmation) (?:required|needed|pending)',
        'password (?:change|reset|confirmation|must be changed)(?: required)?',
        'must (?:change|reset) password',
        'verify (?:your )?(?:email|phone|account)',
        'unverified',
      ),
    ],
  },
  {
    cause: 'scope-missing',
    all: [
      words('scopes?'),
      words(
        'missing',
        'insufficient',
        'incorrect',
        'required',
        'no',
        'lack\\w*',
        'not',
        'denied',
        'mismatch',
        'error',
        'unauthorized',
        'inadequate',
        'out of',
        'invalid token',
      ),
    ],
    none: words('invalid scope', 'scope (?:invalid|malformed|unknown|not found)', 'unknown scope'),
  },
  {
    cause: 'scope-missing',
    all: [
      TOKEN,
      words('permissions?', 'privileges?', 'scopes?', 'read ?only'),
      words('denied', 'missing', 'read ?only', 'insufficient', 'not', 'no', 'required', 'lack\\w*'),
    ],
    none: words('user', 'role'),
  },
  {
    cause: 'feature-unavailable',
    all: [
      words('licen[sc]e', 'subscription', 'plan', 'evaluation'),
      words('invalid', 'missing', 'required?', 'not \\w+', 'upgrade', 'limit\\w*', 'does'),
    ],
    none: words('plan limit', 'subscription (?:suspended|disabled|locked)', 'key', 'invalid subscription', 'id'),
  },
  {
    cause: 'credential-expired',
    all: [words(CREDENTIAL.source, 'expired signature'), ENDED],
    none: words('ended', 'near\\w*', 'soon', 'not expired', 'signature (?!error)\\w+', 'login timeout'),
  },
  {
    cause: 'credential-revoked',
    all: [
      words(CREDENTIAL.source, 'authori[sz]ation', 'consent'),
      words(
        'revoked',
        'deactivated',
        'disabled',
        'deleted',
        'inactive',
        'blacklisted',
        'invalidated',
        'suspended',
        'rotated',
      ),
    ],
    none: words('password auth\\w* disabled', 'auth(?:entication)? disabled', 'login disabled', 'grant disabled'),
  },
  {
    cause: 'credential-revoked',
    all: [
      words(
        'user (?:is |was |has been )?(?:deactivated|deleted|disabled|inactive|not active)',
        '(?:inactive|deactivated|deleted|disabled) user',
        'account inactive',
      ),
    ],
    none: words('target', 'recipient', 'other', 'invited', 'invitee', 'contact'),
  },
  {
    cause: 'account-suspended',
    all: [ACCOUNT, SUSPENDED],
    none: words(
      'api (?:is )?disabled',
      'access (?:is )?(?:disabled|restricted|limited)',
      'signature',
      'limited to',
      'unpaid_plan',
    ),
  },
  {
    cause: 'account-suspended',
    all: [
      words(
        'users? ?(?:suspended|banned|blocked|locked|frozen)',
        '(?:suspended|banned|locked|blocked) (?:user|account)',
        'billing (?:disabled|not enabled|not active|not open)',
        'payment (?:required|past due|failed|overdue)',
        'payment needed',
        '(?:trial|subscription|plan|membership|evaluation) (?:has |is )?(?:expired|ended|lapsed|inactive|past due)',
        'banned',
        'overdue',
        '\\w*arrears',
        'arrearage',
        'delinquent',
        '(?:outstanding|unpaid|overdue) (?:invoice|bill|balance)\\w*',
        'not open billing',
        '(?:account )?take ?down',
      ),
    ],
    none: words('signature', 'ip'),
  },
  {
    cause: 'feature-unavailable',
    all: [
      words(
        'not enabled',
        '(?:api|service|feature|product|endpoint|module|model|functionality|function) (?:access )?(?:is |has been )?(?:not (?:enabled|available|activated|subscribed|supported|opened|open|purchased|allowed|active)|disabled|unavailable|locked|restricted)',
        'api disabled',
        'access not configured',
        'service (?:disabled|not subscribed)',
        '(?:user )?service not open(?:ed)?',
        'unopened service',
        '(?:not|no|un) ?subscri(?:bed|ption)',
        'subscription (?:required|not found)',
        'upgrade required plan',
        'plan upgrade\\w*',
        'not (?:available|supported|included) (?:on|in|by|for)(?: your| this| the| current)? (?:plan|tier|edition|subscription|account)',
        'opt in required',
        'not (?:entitled|licensed|approved|purchased)',
        'unapproved',
        '(?:no|missing) entitlement',
        'entitlement (?:missing|required|not \\w+)',
        'no licen[sc]e',
        'licen[sc]e (?:has )?expired',
        '(?:paid|pro|premium|enterprise|business) (?:\\w+ )?(?:required|only)',
        '(?:beta|early|preview) (?:access )?(?:required|only)',
        'not in beta',
        'api access payment',
        'unsupported plan',
        'client not enrolled',
        '(?:app|application|client) not approved',
      ),
    ],
    none: words('service unavailable', 'billing', 'mfa', '2fa', 'token', 'key'),
  },
  {
    cause: 'request-rejected',
    all: [words('user agent'), words('missing', 'required', 'invalid', 'no', 'bad', 'blocked', 'forbidden', 'not')],
  },
  {
    cause: 'request-rejected',
    all: [
      words(
        '(?:https|ssl|tls) (?:is )?required',
        'client certificate',
        'require (?:https|ssl|tls)',
        'insecure request',
      ),
    ],
  },
  {
    cause: 'wrong-endpoint',
    all: [
      words(
        '(?:unsupported|invalid|deprecated|unknown|inactive) (?:api )?version',
        '(?:api )?version (?:\\w+ )?(?:deprecated|not supported|unsupported|invalid|expired|retired)',
        'method not allowed',
        'invalid host',
        'unknown (?:endpoint|method|route)',
        'endpoint (?:not found|deprecated|retired)',
        'deprecated (?:endpoint|api|method)',
        'api deprecated',
        'permanent redirect',
        'authorization header malformed',
        'wrong (?:region|host|data ?cent\\w+)',
        'no such (?:method|endpoint|route)',
        'route not found',
      ),
    ],
  },
];

/** Codes that give a first idea, which a sentence may sharpen. */
const GENERAL: readonly CodeRule[] = [
  {
    cause: 'credential-missing',
    all: [
      words(CREDENTIAL.source, 'authori[sz]ation', 'client id', 'access key'),
      words(
        'missing',
        'required',
        'no',
        'not (?:provided|present|supplied|sent|given|set)',
        'absent',
        'empty',
        'needed',
      ),
    ],
    none: words('invalid', 'permission\\w*', 'role', 'scope', 'not found', 'no such', 'grant types?', 'primary key'),
  },
  {
    cause: 'credential-missing',
    all: [
      words(
        'not authed',
        'unauthenticated',
        'not authenticated',
        'not (?:logged|signed) in',
        'nologin',
        'not login',
        'anonymous(?: \\w+){0,3}',
      ),
    ],
  },
  {
    cause: 'credential-invalid',
    all: [
      words(
        CREDENTIAL.source,
        'authori[sz]ation',
        'client id',
        'username',
        'audience',
        'issuer',
        'app(?: id)?',
        'bearer',
        'json web token',
        'login',
        'access key id',
        'id',
      ),
      words(
        'invalid',
        'bad',
        'wrong',
        'incorrect',
        'unknown',
        'malformed',
        'unrecognized',
        'unrecognised',
        'illegal',
        'not (?:valid|recognized|exist|found|verified|registered)',
        'unregistered',
        'mismatch\\w*',
        'non existent',
        'does not exist',
        'verification failed',
        'failed',
        'failure',
        'error',
        'unsuccessful',
      ),
    ],
    none: words(
      'scope',
      'permission\\w*',
      'ip',
      'page',
      'grant types?',
      'account id',
      'project id',
      'resource id',
      'parameter',
      'authori[sz]ation (?:failed|error|failure)',
      'server error',
      'validation error',
      'client error',
    ),
  },
  {
    cause: 'credential-invalid',
    all: [
      words(
        'authentication error',
        'unable to authenticate',
        '(?:unrecognized|unknown) client',
        'client authentication failed',
        'invalid (?:client|auth)',
      ),
    ],
  },
  {
    cause: 'permission-denied',
    all: [
      words('permissions?', 'privileges?', 'rights?', 'authority', 'acl', 'rbac', 'roles?', 'access'),
      words(
        'denied',
        'deny',
        'error',
        'missing',
        'required',
        'insufficient',
        'invalid',
        'no',
        'not',
        'lack\\w*',
        'low',
        'enough',
        'forbidden',
        'restricted',
        'violation',
        'cannot',
        'unauthorized',
        'rbac',
      ),
    ],
    none: words('invalid access', 'access (?:token|key)', 'permission(?:s)? (?:valid|ok)'),
  },
  {
    cause: 'permission-denied',
    all: [
      words(
        'not (?:authorized|permitted|allowed|granted|a (?:\\w+ )?member|owner|the owner)',
        '(?:action|operation|resource|access|user|call|request|role) (?:not allowed|forbidden|denied|restricted|not permitted|is forbidden|required)',
        'forbidden (?:resource|action|operation|access)',
        'authori[sz]ation (?:failed|error|failure|permission mismatch|request denied|denied)',
        'restricted resource',
        'forbidden by policy',
        'policy (?:error|failed)',
        'missing role',
        'domain policy',
        '(?:unauthorized|unauthorised) (?:operation|access|user|action)',
        '(?:admin|owner|staff|member)s? (?:only|required)',
        'requires? (?:admin|owner)',
        'rest cannot',
        'not in channel',
        'cannot access(?: \\w+)?',
      ),
    ],
  },
  {
    cause: 'wrong-endpoint',
    all: [
      words('endpoint', 'method', 'api method', 'api action', 'action', 'host', 'region'),
      words('invalid', 'unsupported', 'not supported', 'unknown', 'wrong'),
    ],
    none: words('payment', 'auth\\w*', 'grant'),
  },
  {
    cause: 'request-rejected',
    all: [
      words(
        'missing (?:required )?(?:parameter|header|field|argument)s?',
        'invalid (?:content type|header)s?',
        'unsupported media type',
        'read only(?: mode)?',
        '(?:resource|record|object|file) (?:is )?locked',
        'archived',
        'payload too large',
        'validation error',
      ),
    ],
  },
];

const OF_CREDENTIALS = new Set<Cause>([
  'credential-missing',
  'credential-expired',
  'credential-revoked',
  'credential-invalid',
]);

const OF_THE_END = new Set<Cause>(['credential-expired', 'credential-revoked']);

function rule(rules: readonly CodeRule[], confidence: 'certain' | 'likely'): Rule {
  return ({ codes, status, messages }) => {
    const tokens = codes.filter(
      ({ words, value }) => words.length > 2 && words.length <= 120 && !AMBIGUOUS.test(value),
    );
    if (tokens.length === 0) return undefined;
    const ofCryptography = messages.some(({ plain }) => CRYPTOGRAPHY.test(plain));
    for (const { cause, all, none } of rules) {
      const code = tokens.find(
        ({ words }) =>
          all.every((oneOf) => oneOf.test(words)) &&
          none?.test(words) !== true &&
          !(OF_CREDENTIALS.has(cause) && NAMESAKES.test(words)) &&
          !(OF_THE_END.has(cause) && ((status !== 401 && STRANGERS.test(words)) || ofCryptography)),
      );
      if (code !== undefined) return { cause, confidence, evidence: [codeEvidence(code)] };
    }
    return undefined;
  };
}

/** Codes that name two causes at once, or that are the standard's own and handled by its rule. */
const AMBIGUOUS =
  /(?:invalid|bad|missing|expired)_?or_?(?:expired|missing|invalid)|^(?:invalid_scope|invalid_request|invalid_request_error|Forbidden|UNAUTHORIZED|error)$/i;

/** Machine codes that leave no doubt, in whichever way their words are joined. */
export const tellingCodes: Rule = rule(TELLING, 'certain');

/** Machine codes that are true of several causes: read after the sentences. */
export const generalCodes: Rule = rule(GENERAL, 'likely');
