import type { Config } from '../../lambda/config/types.ts';
import type { RunResult } from '../../lambda/run-result.ts';
import { credentialsTable, probesTable } from './overview.ts';
import type { Style } from './style.ts';

/** Where there is no terminal to say how wide it is. */
const MAX_COLUMNS = 120;

/**
 * What `check` shows: the tables, then for each probe that is not well why, and what to do.
 *
 * @param asked what their providers say of the credentials
 */
export function renderCheck(
  config: Config,
  results: readonly RunResult[],
  style: Style,
  asked: readonly RunResult[] = [],
  columns = MAX_COLUMNS,
): string {
  const room = { columns };
  const last = new Map(results.map((result) => [result.probe, result]));
  const parts = [
    probesTable(config, last, style, room),
    credentialsTable(config, [...results, ...asked], Date.now(), style, room),
    ...results.filter(({ outcome }) => outcome !== 'ok').map((result) => explain(result, style)),
    summary(results),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function explain({ probe, url, diagnosis, failures }: RunResult, style: Style): string {
  const lines = [`${style('bold', probe)}  ${style('dim', url)}`];
  if (diagnosis) {
    lines.push(`  ${diagnosis.cause}, ${diagnosis.confidence}`);
    for (const { where, what } of diagnosis.evidence) lines.push(`  ${style('dim', `${where}:`)} ${what}`);
    lines.push(`  → ${diagnosis.remedy}`);
  } else {
    for (const { message } of failures) lines.push(`  ${message}`);
  }
  return lines.join('\n');
}

function summary(results: readonly RunResult[]): string {
  const count = (outcome: RunResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return `${count('ok')} ok, ${count('refused')} refused, ${count('failed')} failed`;
}
