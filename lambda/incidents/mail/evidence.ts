import type { Alert } from '../alert.ts';
import { matterOf, missingScopes } from './news.ts';
import { quote } from './plain-text.ts';

const MAX_EVIDENCE = 6;
const MAX_FAILURES = 4;
const MAX_SCOPES = 20;
const MAX_QUOTE_LENGTH = 400;

/** Kinds that no refusal is behind: what is known of the credential is their evidence. */
const KNOWN_BY_GRANT: ReadonlySet<string> = new Set(['credential-expiring', 'identity-changed']);

/** What was read that says so: everything that a server may have written is quoted. */
export function evidenceOf({ kind, diagnosis, failures, grant, identityBefore }: Alert): readonly string[] {
  const { requestId, address, documentation } = diagnosis?.details ?? {};
  const evidence = diagnosis?.evidence ?? (KNOWN_BY_GRANT.has(kind) ? (grant?.evidence ?? []) : []);
  // That a refusal has not the expected status goes without saying.
  const missed = failures.filter(({ what }) => diagnosis === undefined || what !== 'status');
  const extras = {
    'identity before': identityBefore,
    [identityBefore === undefined ? 'identity' : 'identity now']: kind === 'recovered' ? undefined : grant?.identity,
    'request id': requestId,
    'our address': address,
    'more at': documentation,
  };
  return [
    ...evidence.slice(0, MAX_EVIDENCE).map(({ where, what }) => `${where}: ${what}`),
    ...missed.slice(0, MAX_FAILURES).map(({ message }) => message),
    ...Object.entries(extras).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
  ].flatMap((text) => quote(text, MAX_QUOTE_LENGTH));
}

/** What is missing and what is there, where scopes are the matter. */
export function scopesOf(alert: Alert): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  if (matterOf(alert) !== 'scope-lost' || alert.kind === 'recovered') return [];
  const granted = alert.diagnosis?.details.grantedScopes ?? alert.grant?.scopes;
  return [
    { title: 'Missing', lines: list(missingScopes(alert)) },
    { title: 'Granted', lines: granted?.length === 0 ? ['> (none)'] : list(granted ?? []) },
  ];
}

function list(scopes: readonly string[]): readonly string[] {
  const lines = scopes.slice(0, MAX_SCOPES).flatMap((scope) => quote(scope, MAX_QUOTE_LENGTH));
  return scopes.length > MAX_SCOPES ? [...lines, `> and ${scopes.length - MAX_SCOPES} more`] : lines;
}
