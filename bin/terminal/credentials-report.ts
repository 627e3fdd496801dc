import type { CredentialReport } from '../../lambda/credential-report.ts';
import type { Style } from './style.ts';
import { roughly, table } from './table.ts';

/** Where there is no terminal to say how wide it is. */
const MAX_COLUMNS = 160;

/** What `credentials` shows: one line each, then what cannot be known and why. */
export function renderCredentials(
  reports: readonly CredentialReport[],
  now: number,
  style: Style,
  columns = MAX_COLUMNS,
): string {
  if (reports.length === 0) return 'no credentials are configured';
  const titles = ['', 'CREDENTIAL', 'STATE', 'EXPIRES IN', 'KNOWN', 'SCOPES', 'IDENTITY', 'NEXT ROTATION'];
  const rows = reports.map((report) => [
    sign(report, style),
    report.name,
    report.state,
    expiresIn(report, now),
    report.expirySource ?? '',
    scopes(report),
    report.identity ?? '',
    report.rotatesAt === undefined ? '' : `in ${roughly(Math.max(0, report.rotatesAt * 1_000 - now))}`,
  ]);
  const used = titles.map((_, column) => column < 2 || rows.some((row) => row[column] !== ''));
  const shown = [titles.map((title) => style('dim', title)), ...rows].map((row) =>
    row.filter((_, column) => used[column]),
  );
  const notes = reports.flatMap(({ name, reason }) => (reason ? [`${style('bold', name)}  ${reason}`] : []));
  return [table(shown, { width: columns }), notes.join('\n'), summary(reports)].filter(Boolean).join('\n\n');
}

function sign({ state }: CredentialReport, style: Style): string {
  if (state === 'ok') return style('green', '✓');
  return state === 'expiring' || state === 'unknown' ? style('yellow', '!') : style('red', '✗');
}

function expiresIn({ expiresAt, expirySource }: CredentialReport, now: number): string {
  if (expiresAt === undefined) return '';
  const ms = expiresAt * 1_000 - now;
  if (ms <= 0) return 'ended';
  return expirySource === 'minted' ? `${roughly(ms)}, renewed` : roughly(ms);
}

function scopes({ missingScopes = [], unusedScopes = [], grantedScopes, scopesNotListed }: CredentialReport): string {
  if (scopesNotListed) return 'not listed: a refused probe tells';
  const parts = [
    missingScopes.length > 0 ? `lacks ${missingScopes.join(', ')}` : '',
    unusedScopes.length > 0 ? `unused ${unusedScopes.join(', ')}` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join('; ');
  return grantedScopes === undefined ? '' : grantedScopes.join(', ') || '(none)';
}

function summary(reports: readonly CredentialReport[]): string {
  const states = Map.groupBy(reports, ({ state }) => state);
  return [...states].map(([state, some]) => `${some.length} ${state}`).join(', ');
}
