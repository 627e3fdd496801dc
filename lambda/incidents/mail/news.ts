import type { Config, CredentialConfig } from '../../config/types.ts';
import type { Alert, AlertKind } from '../alert.ts';
import { CAUSE_WORDS, FAILURE_WORDS, type News } from './cause-words.ts';

/** What the alert is about: a reminder or a recovery is about what was announced. */
export function matterOf({ kind, announcedAs }: Alert): AlertKind {
  return kind === 'reminder' || kind === 'recovered' ? (announcedAs ?? kind) : kind;
}

/** The credential as it is configured now; undefined when it is so no more. */
export function credentialOf(name: string, config: Config): CredentialConfig | undefined {
  return Object.hasOwn(config.credentials, name) ? config.credentials[name] : undefined;
}

/** What people call this credential: `token`, `password` or `key`. */
export function nounOf(credential: string, config: Config): string {
  const known = credentialOf(credential, config);
  if (known?.kind === 'bearer') return 'token';
  if (known?.kind === 'basic') return 'password';
  if (known?.kind === 'mtls') return 'certificate';
  return known?.kind === 'api-key' || known?.kind === 'aws-sigv4' ? 'key' : 'credential';
}

/** The alert's matter in a few words. */
export function newsOf(alert: Alert, config: Config): News {
  if (alert.previousAccepted) return { noun: 'New value', state: 'refused, the one before works' };
  const noun = capital(nounOf(alert.subject.name, config));
  switch (matterOf(alert)) {
    case 'credential-expiring':
      return { noun, state: 'about to expire' };
    case 'credential-expired':
      return { noun, state: 'expired' };
    case 'credential-revoked':
      return { noun, state: 'revoked' };
    case 'credential-invalid':
      return alert.diagnosis?.cause === 'signature-invalid'
        ? CAUSE_WORDS['signature-invalid']
        : { noun, state: wasGood(alert) ? 'no longer accepted' : 'not accepted' };
    case 'scope-lost':
      return scopeNews(missingScopes(alert));
    case 'identity-changed':
      return { noun, state: 'speaks for somebody else' };
    case 'access-refused':
      return alert.diagnosis ? CAUSE_WORDS[alert.diagnosis.cause] : { noun: 'Access', state: 'refused' };
    case 'probe-failing':
      return alert.subject.type === 'credential' ? unusableNews(alert) : failureNews(alert);
    default:
      return { state: 'wrong' };
  }
}

export function phrase({ noun, state }: News, still: boolean): string {
  if (!still) return noun ? `${noun} ${state}` : capital(state);
  return noun ? `${noun} still ${state}` : `Still ${state}`;
}

/**
 * Every scope that the refusal or the grant says is missing. Where they agree on one, the others that the refusal asks
 * for are what would do instead of it: nobody meant the credential to have these.
 */
export function missingScopes({ diagnosis, grant }: Alert): readonly string[] {
  const asked = diagnosis?.details.missingScopes ?? [];
  const lacking = grant?.missingScopes ?? [];
  const agree = asked.some((scope) => lacking.includes(scope));
  return agree ? lacking : [...new Set([...asked, ...lacking])];
}

/** Names a single scope, if it can be told from prose: a server may have chosen it. */
function scopeNews(scopes: readonly string[]): News {
  if (scopes.length > 1) return { noun: `${scopes.length} scopes`, state: 'missing' };
  const [name = ''] = scopes;
  return { noun: /^[\w.:*-]{1,40}$/.test(name) ? `Scope ${name}` : 'Scope', state: 'missing' };
}

/** A credential that could not be used: its secret cannot be read, or nobody gave a token for it. */
function unusableNews({ failures }: Alert): News {
  return isTokenMissing(failures)
    ? { noun: 'Token', state: 'not obtainable' }
    : { noun: 'Secret', state: 'unreadable' };
}

/** Whether it is known to have been good: then it has ended, and the answer does not say how. A reminder says "still" anyway. */
export function wasGood({ kind, diagnosis }: Alert): boolean {
  return kind !== 'reminder' && diagnosis?.evidence.some(({ where }) => where === 'history') === true;
}

/** Whether the token endpoint is at fault and not what is stored. */
export function isTokenMissing(failures: Alert['failures']): boolean {
  return failures[0]?.what === 'token';
}

function failureNews({ failures, run }: Alert): News {
  const status = run?.status;
  if (status !== undefined && status >= 500) return { state: `failing with ${status}` };
  const [what = ''] = failures.map((failure) => failure.what);
  if (what === 'status' && status !== undefined) return { noun: `Status ${status}`, state: 'unexpected' };
  if (Object.hasOwn(FAILURE_WORDS, what)) return FAILURE_WORDS[what] ?? { state: 'failing' };
  return status === undefined ? { state: 'failing' } : { noun: 'Answer', state: 'unexpected' };
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
