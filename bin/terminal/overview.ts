import type { Config, Probe } from '../../lambda/config/types.ts';
import { type CredentialReport, reportCredential } from '../../lambda/credential-report.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import type { Style } from './style.ts';
import { roughly, table } from './table.ts';

/** How much of the screen a table may take. */
export interface Room {
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * The table of probes: how each one's last run ended; those that have not run yet show a dot. Where there is no room
 * for all of them, those in trouble come first.
 */
export function probesTable(
  config: Config,
  last: ReadonlyMap<string, RunResult>,
  style: Style,
  { columns, rows: maxRows = Number.POSITIVE_INFINITY }: Room = {},
): string {
  const isWell = ({ name }: Probe) => last.get(name)?.outcome === 'ok';
  const fits = config.probes.length <= maxRows;
  const shown = fits
    ? config.probes
    : config.probes.toSorted((a, b) => Number(isWell(a)) - Number(isWell(b))).slice(0, Math.max(1, maxRows - 1));
  const rows = shown.map(({ name }) => {
    const result = last.get(name);
    if (result === undefined) return [style('dim', '·'), name, '', '', ''];
    const ms = result.status === undefined && result.durationMs === 0 ? '' : `${Math.round(result.durationMs)} ms`;
    return [mark(result, style), name, String(result.status ?? ''), ms, verdict(result, style)];
  });
  const titles = ['', 'PROBE', 'STATUS', 'TIME', 'CAUSE'].map((title) => style('dim', title));
  const text = table([titles, ...rows], { right: [2, 3], ...(columns && { width: columns }) });
  if (fits) return text;
  const left = config.probes.filter((probe) => !shown.includes(probe));
  return `${text}\n${style('dim', `and ${left.length} more, ${left.filter(isWell).length} of them well`)}`;
}

function mark({ outcome }: RunResult, style: Style): string {
  if (outcome === 'ok') return style('green', '✓');
  return outcome === 'refused' ? style('red', '✗') : style('yellow', '!');
}

function verdict({ diagnosis, failures, credential }: RunResult, style: Style): string {
  if (diagnosis) {
    const scopes = diagnosis.details.missingScopes?.join(', ');
    const wait = diagnosis.details.retryAfterSeconds;
    const more = scopes ?? (wait === undefined ? undefined : `for ${roughly(wait * 1000)}`);
    return (
      style('bold', diagnosis.cause) + (more ? ` ${more}` : '') + (credential ? style('dim', ` (${credential})`) : '')
    );
  }
  const [failure] = failures;
  return failure?.message ?? '';
}

/** The table of credentials, empty where there are none. */
export function credentialsTable(
  config: Config,
  results: readonly RunResult[],
  now: number,
  style: Style,
  { columns }: Room = {},
): string {
  const reports = Object.entries(config.credentials).map(([name, credential]) =>
    reportCredential(name, credential, results, config.alerts, now),
  );
  if (reports.length === 0) return '';
  const titles = ['', 'CREDENTIAL', 'STATE', 'EXPIRES IN', 'SCOPES'].map((title) => style('dim', title));
  return table(
    [titles, ...reports.map((report) => credentialRow(report, now, style))],
    columns ? { width: columns } : {},
  );
}

function credentialRow(report: CredentialReport, now: number, style: Style): readonly string[] {
  const good = report.state === 'ok';
  const soso = report.state === 'expiring' || report.state === 'unknown';
  const sign = good ? style('green', '✓') : soso ? style('yellow', '!') : style('red', '✗');
  const expires = report.expiresAt === undefined ? '' : expiry(report.expiresAt * 1000 - now, report.expirySource);
  const lacks = report.missingScopes?.length ? `lacks ${report.missingScopes.join(', ')}` : '';
  const scopes = lacks || (report.grantedScopes?.join(', ') ?? '');
  return [sign, report.name, report.state, expires, report.reason ?? scopes];
}

function expiry(ms: number, source: string | undefined): string {
  if (source === 'minted' && ms > 0) return `${roughly(ms)} (renewed)`;
  const words = ms <= 0 ? 'ended' : roughly(ms);
  return source ? `${words} (${source})` : words;
}
