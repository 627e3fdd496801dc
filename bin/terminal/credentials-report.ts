import { CREDENTIAL_STATES, type CredentialReport } from '../../lambda/credential-report.ts';
import { pairs } from '../explain/wrap.ts';
import { type Style, width } from './style.ts';
import { roughly, table } from './table.ts';

/** Where there is no terminal to say how wide it is. */
const MAX_COLUMNS = 160;

/** What always has a column: the sign, the name, the state and the end. */
const ALWAYS = 4;

/**
 * What `credentials` shows: one line each, then what cannot be known and why. What a narrow terminal has no column for
 * stands below, beside the credential's name.
 */
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
  const used = titles.flatMap((_, column) => (column < 2 || rows.some((row) => row[column] !== '') ? [column] : []));
  const beside = fitting(used, [titles, ...rows], columns);
  const below = used.filter((column) => !beside.includes(column));
  const shown = [titles.map((title) => style('dim', title)), ...rows].map((row) => beside.map((at) => row[at] ?? ''));
  const notes = reports.flatMap(({ name, reason }, index): readonly (readonly [string, string])[] => {
    const said = below.flatMap((at) => (rows[index]?.[at] ? [`${titles[at]?.toLowerCase()}: ${rows[index][at]}`] : []));
    const text = [...(reason === undefined ? [] : [reason]), ...said].join('; ');
    return text === '' ? [] : [[name, text]];
  });
  return [table(shown, { width: columns }), pairs(notes, columns).join('\n'), summary(reports)]
    .filter(Boolean)
    .join('\n\n');
}

/** The columns that there is room for: the longest of those that need not be go first. */
function fitting(columns: readonly number[], rows: readonly (readonly string[])[], room: number): readonly number[] {
  const lengths = new Map(columns.map((at) => [at, Math.max(...rows.map((row) => width(row[at] ?? '')))]));
  const total = columns.reduce((sum, at) => sum + (lengths.get(at) ?? 0) + 2, -2);
  const [longest] = columns.filter((at) => at >= ALWAYS).sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0));
  if (total <= room || longest === undefined) return columns;
  return fitting(
    columns.filter((at) => at !== longest),
    rows,
    room,
  );
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
  return CREDENTIAL_STATES.flatMap((name) => {
    const count = reports.filter(({ state }) => state === name).length;
    return count === 0 ? [] : [`${count} ${name}`];
  }).join(', ');
}
