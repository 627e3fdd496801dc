import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALERT_KINDS, type Alert, SEVERITIES } from '../../lambda/incidents/alert.ts';
import { groupAlerts } from '../../lambda/incidents/group.ts';

const alert = (kind: Alert['kind'], name: string, severity: Alert['severity'] = 'critical'): Alert => ({
  id: `${kind} ${name}`,
  kind,
  severity,
  subject: { type: 'probe', name },
  at: 0,
  since: 0,
  failures: [],
  probes: [name],
  probeCount: 1,
});

test('what happened together goes together, a kind at a time', () => {
  const [a, b, c] = [alert('access-refused', 'a'), alert('probe-failing', 'b'), alert('access-refused', 'c')];
  expect(groupAlerts([a, b, c])).toEqual([[a, c], [b]]);
});

test('nobody reads of a recovery before its incident', () => {
  const all = [alert('recovered', 'a'), alert('probe-failing', 'b'), alert('recovered', 'b')];
  expect(groupAlerts(all)).toEqual([[all[0]], [all[1]], [all[2]]]);
});

test('a message has at most 50 alerts', () => {
  const all = Array.from({ length: 120 }, (_, index) => alert('probe-failing', `p${index}`));
  expect(groupAlerts(all).map(({ length }) => length)).toEqual([50, 50, 20]);
});

test('no alert is lost, groups are of one kind and severity, and each subject keeps its order', () => {
  const any = fc.record({
    kind: fc.constantFrom(...ALERT_KINDS),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    severity: fc.constantFrom(...SEVERITIES),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 200 }), (plain) => {
      const all = plain.map(({ kind, name, severity }, at) => ({ ...alert(kind, name, severity), at }));
      const groups = groupAlerts(all);
      expect(groups.flat().toSorted((a, b) => a.at - b.at)).toEqual(all);
      for (const group of groups) expect(new Set(group.map((one) => `${one.kind} ${one.severity}`)).size).toBe(1);
      for (const name of ['a', 'b', 'c', 'd']) {
        const times = groups.flat().flatMap(({ subject, at }) => (subject.name === name ? [at] : []));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
    }),
  );
});
