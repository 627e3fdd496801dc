/**
 * How good the diagnosis is, over the fixtures that rules were written from and over those held back from them:
 * accuracy by cause and by kind, confusions, calibration. `--list` prints each miss among the former; those held back
 * are shown in totals only, or they would be held back no longer.
 */
import { table } from '../../bin/terminal/table.ts';
import { CAUSES } from '../../lambda/diagnosis/causes.ts';
import { CONFIDENCES } from '../../lambda/diagnosis/diagnosis.ts';
import { heldBack, refusals } from '../../test/diagnosis/fixtures.ts';
import { calibrationOf, isFalseAlarm, type Scored, score, type Total, totalOf } from '../../test/diagnosis/score.ts';

const known = refusals.map(score);
const unseen = heldBack.map(score);

print(
  'Accuracy',
  ['', 'refusals', 'right', 'wrong', 'unknown', 'false alarms', 'details'],
  [row('rules were written from', totalOf(known)), row('held back', totalOf(unseen))],
);
for (const [name, scored] of [
  ['rules were written from', known],
  ['held back', unseen],
] as const) {
  const confidences = CONFIDENCES.map((confidence) => row(confidence, calibrationOf(scored, confidence)));
  print(
    `Confidence (${name})`,
    ['', 'named', 'right', 'wrong'],
    confidences.map((cells) => cells.slice(0, 4)),
  );
  print(
    `By cause (${name})`,
    ['', 'refusals', 'right', 'wrong', 'unknown'],
    grouped(scored, ({ fixture }) => fixture.expect.cause, Object.keys(CAUSES)),
  );
  print(
    `By kind (${name})`,
    ['', 'refusals', 'right', 'wrong', 'unknown'],
    grouped(scored, ({ fixture }) => fixture.kind, [...new Set(scored.map(({ fixture }) => fixture.kind))].sort()),
  );
  const pairs = Map.groupBy(
    scored.filter(({ verdict }) => verdict !== 'right'),
    ({ fixture, diagnosis }) => `${fixture.expect.cause} → ${diagnosis.cause}`,
  );
  const confused = [...pairs].map(([pair, those]) => [pair, String(those.length)]);
  print(
    `Confusions (${name})`,
    ['is → was named', 'times'],
    confused.sort((a, b) => Number(b[1]) - Number(a[1])),
  );
}
if (process.argv.includes('--list')) {
  for (const one of known) {
    const { fixture, diagnosis, verdict, details } = one;
    if (verdict === 'right' && details.asked === details.right) continue;
    const alarm = isFalseAlarm(one) ? ' FALSE ALARM' : '';
    console.log(
      `\n${fixture.id}: ${fixture.expect.cause} was named ${diagnosis.cause} (${diagnosis.confidence})${alarm}`,
    );
    console.log(`  ${diagnosis.evidence.map(({ where, what }) => `${where}: ${what}`).join('\n  ')}`);
    if (details.asked > details.right)
      console.log(`  details ${JSON.stringify(fixture.expect.details)}, found ${JSON.stringify(diagnosis.details)}`);
  }
}

function grouped(scored: readonly Scored[], by: (one: Scored) => string, names: readonly string[]): string[][] {
  const groups = Map.groupBy(scored, by);
  return names.flatMap((name) => {
    const group = groups.get(name);
    return group === undefined ? [] : [row(name, totalOf(group)).slice(0, 5)];
  });
}

function row(name: string, { count, right, wrong, unknown, falseAlarms, details }: Total): string[] {
  const share = (part: number, whole: number) =>
    whole === 0 ? '-' : `${part} (${((100 * part) / whole).toFixed(1)} %)`;
  return [
    name,
    String(count),
    share(right, count),
    share(wrong, count),
    share(unknown, count),
    String(falseAlarms),
    `${share(details.right, details.asked)} of ${details.asked}`,
  ];
}

function print(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  console.log(table([head, ...rows], { right: head.map((_, column) => column).slice(1) }));
}
