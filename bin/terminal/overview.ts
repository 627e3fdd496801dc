import type { Config } from '../../lambda/config/types.ts';
import { type CredentialReport, reportCredential } from '../../lambda/credential-report.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import type { Style } from './style.ts';
import { roughly, table } from './table.ts';

/** The table of probes: how each one's last run ended. Probes that have not run yet show a dot. */
export function probesTable(config: Config, last: ReadonlyMap<string, RunResult>, style: Style): string {
  const rows = config.probes.map(({ name }) => {
    const result = last.get(name);
    if (result === undefined) return [style('dim', '·'), name, '', '', ''];
    const ms = result.status === undefined && result.durationMs === 0 ? '' : `${Math.round(result.durationMs)} ms`;
    return [mark(result, style), name, String(result.status ?? ''), ms, verdict(result, style)];
  });
  return table([['', 'PROBE', 'STATUS', 'TIME', 'CAUSE'].map((title) => style('dim', title)), ...rows], [2, 3]);
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
  return failure ? shorten(failure.message) : '';
}

/** The table of credentials, empty where there are none. */
export function credentialsTable(config: Config, results: readonly RunResult[], now: number, style: Style): string {
  const reports = Object.entries(config.credentials).map(([name, credential]) =>
    reportCredential(name, credential, results, config.alerts, now),
  );
  if (reports.length === 0) return '';
  const titles = ['', 'CREDENTIAL', 'STATE', 'EXPIRES IN', 'SCOPES'].map((title) => style('dim', title));
  return table([titles, ...reports.map((report) => credentialRow(report, now, style))]);
}

function credentialRow(report: CredentialReport, now: number, style: Style): readonly string[] {
  const good = report.state === 'ok';
  const soso = report.state === 'expiring' || report.state === 'unknown';
  const sign = good ? style('green', '✓') : soso ? style('yellow', '!') : style('red', '✗');
  const expires = report.expiresAt === undefined ? '' : expiry(report.expiresAt * 1000 - now, report.expirySource);
  const lacks = report.missingScopes?.length ? `lacks ${report.missingScopes.join(', ')}` : '';
  const scopes = lacks || (report.grantedScopes?.join(', ') ?? '');
  return [sign, report.name, report.state, expires, report.reason ? shorten(report.reason) : scopes];
}

function expiry(ms: number, source: string | undefined): string {
  const words = ms <= 0 ? 'ended' : roughly(ms);
  return source ? `${words} (${source})` : words;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
