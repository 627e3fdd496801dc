import { analyse, type ParsedLiteral, type Report } from 'scslre';
import type { Pattern } from './patterns.ts';

type Node = ParsedLiteral['pattern'] | Alternative | Alternative['elements'][number];
type Alternative = ParsedLiteral['pattern']['alternatives'][number];
type Quantifier = Extract<Node, { readonly type: 'Quantifier' }>;

/** A repeat as long as this is looked at as if it had no end: what it costs grows in the same way up to its bound. */
const LONG = 16;
/** Repeats that share their text are tried in every way to share it: so many ways at each place are fast enough. */
const MAX_WAYS = 8000;
/** A repeat within a repeat runs over so many characters at most: a few sentences. */
const MAX_NESTED = 2000;
/** A longer repeat must not start anew at each character of what it has run over. */
const LONG_RUN = 256;

/**
 * Why the pattern may take more time than in proportion to its text; nothing when it may not. Found by looking at the
 * pattern alone: two repeats that can share the same text (`a+a+`), a repeat that shares it with itself (`(a+)+`), and
 * one without bound that is started at each character (`a+b`), with bounds wide enough to count as none.
 *
 * @see https://github.com/RunDevelopment/scslre
 */
export function whySlow({ source, flags }: Pattern): readonly string[] {
  const { reports, parsed } = analyse({ source, flags });
  const nested = longestRun(parsed.pattern);
  const bounded = [...quantifiersIn(parsed.pattern)].filter(({ max }) => max !== Number.POSITIVE_INFINITY);
  return [
    ...reports.map(({ type }) => `${type} without bound`),
    ...(nested > MAX_NESTED ? [`nested repeats run over ${nested} characters`] : []),
    ...waysToShare(
      { source, flags },
      bounded.filter(({ max }) => max >= LONG),
    ),
    ...startedAnew(
      { source, flags },
      bounded.filter(({ max }) => max >= LONG_RUN),
    ),
    ...[...quantifiersIn(parsed.pattern)]
      .filter((repeat) => mayBeginAlike(repeat, flags))
      .map(({ raw }) => `alternatives that may begin alike in ${raw}`),
  ];
}

type Literal = Pick<Pattern, 'source' | 'flags'>;

function waysToShare(literal: Literal, long: readonly Quantifier[]): readonly string[] {
  const { reports, boundOf } = unbound(literal, long);
  return reports.flatMap((report) => {
    if (report.type === 'Move') return [];
    const [one, other] =
      report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant, report.parentQuant];
    const ways = boundOf(one) * boundOf(other);
    const isMany = report.exponential || report.type === 'Self' || ways > MAX_WAYS;
    return isMany && ways !== Number.POSITIVE_INFINITY ? [`${report.type} in ${ways} ways`] : [];
  });
}

function startedAnew(literal: Literal, long: readonly Quantifier[]): readonly string[] {
  return unbound(literal, long).reports.flatMap((report) =>
    report.type === 'Move' && report.quant.max === Number.POSITIVE_INFINITY ? ['Move over a long run'] : [],
  );
}

/** The reports of the pattern with these repeats unbounded, and what their bounds were. */
function unbound({ source, flags }: Literal, long: readonly Quantifier[]) {
  const bounds = new Map<number, number>();
  let widened = '';
  let kept = 0;
  for (const { element, end, min, max, greedy } of long.toSorted((a, b) => a.element.end - b.element.end)) {
    widened += `${source.slice(kept, element.end)}{${min},}${greedy ? '' : '?'}`;
    kept = end;
    bounds.set(widened.length, max);
  }
  const reports: readonly Report[] =
    long.length === 0 ? [] : analyse({ source: widened + source.slice(kept), flags }).reports;
  return { reports, boundOf: ({ end, max }: Quantifier) => bounds.get(end) ?? max };
}

/** A repeat of alternatives is tried in every way if two of them can begin with the same character: `(?:a|aa)+`. */
function mayBeginAlike({ element, max }: Quantifier, flags: string): boolean {
  if (!('alternatives' in element) || element.alternatives.length ** max <= MAX_WAYS) return false;
  const firsts = element.alternatives.map(({ elements: [first] }) => firstCharacter(first));
  if (firsts.length < 2) return false;
  const patterns = firsts.map((first) => new RegExp(`^(?:${first ?? '[^]'})$`, flags.replace(/[gy]/g, '')));
  return CHARACTERS.some((character) => patterns.filter((pattern) => pattern.test(character)).length > 1);
}

/** Its source; `undefined` where it is more than one character or may be none. */
function firstCharacter(first: Node | undefined): string | undefined {
  if (first?.type === 'Quantifier') return first.min === 0 ? undefined : firstCharacter(first.element);
  return first !== undefined && /^Character(?:Class|Set)?$/.test(first.type) ? first.raw : undefined;
}

const CHARACTERS = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));

function* quantifiersIn(node: Node): Generator<Quantifier> {
  if (node.type === 'Quantifier') yield node;
  for (const child of childrenOf(node)) yield* quantifiersIn(child);
}

/** How many characters the longest of its nested repeats takes; one that stands alone may be as long as it likes. */
function longestRun(node: Node, outer = 1): number {
  const times =
    node.type === 'Quantifier' && node.max !== Number.POSITIVE_INFINITY ? outer * Math.max(1, node.max) : outer;
  return Math.max(times, ...childrenOf(node).map((child) => longestRun(child, times)));
}

function childrenOf(node: Node): readonly Node[] {
  if (node.type === 'Quantifier') return [node.element];
  if (node.type === 'Alternative') return node.elements;
  return 'alternatives' in node ? (node.alternatives as readonly Node[]) : [];
}
