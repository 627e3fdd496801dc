import parse from 'jsonpath-rfc9535/parser';
import { MAX_PATH_LENGTH } from './bounds.ts';

const RULE = 'must be a JSONPath (RFC 9535) such as "$.items[0].id"';

/**
 * What is wrong with an RFC 9535 JSONPath, `undefined` for a good one.
 *
 * Some things that the standard has are refused, since a hostile body could make them take for ever: `match()` and
 * `search()`, which run a backtracking regular expression; more than one `..` and more than one list of selectors,
 * whose costs multiply; in a filter, whatever visits more than one value for each that it is asked about.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function jsonPathProblem(path: string): string | undefined {
  if (path.length > MAX_PATH_LENGTH) return `${RULE} of at most ${MAX_PATH_LENGTH} characters`;
  let ast: unknown;
  try {
    ast = parse(path);
  } catch (error) {
    // The parser's own class of this name is not the language's; a RangeError is nesting beyond the stack.
    if (error instanceof Error && (error.name === 'SyntaxError' || error instanceof RangeError)) return RULE;
    throw error;
  }
  const parts = nodesOf(ast);
  if (parts.some((node) => node.name === 'match' || node.name === 'search')) {
    return 'must be a JSONPath without match() and search(): use "matches" beside it';
  }
  if (parts.filter((node) => node.type === 'DescendantSegment').length > 1) {
    return 'must be a JSONPath with at most one ".."';
  }
  if (parts.filter((node) => selectorsOf(node).length > 1).length > 1) {
    return 'must be a JSONPath with at most one list of selectors, such as [0, 1]';
  }
  return parts
    .filter((node) => node.type === 'FilterSelector')
    .map(filterProblem)
    .find(Boolean);
}

interface Node {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly selectors?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
}

/** A filter is asked for each value of a body: what it asks must cost no more than that value is large. */
function filterProblem(filter: Node): string | undefined {
  const parts = nodesOf(filter).slice(1);
  if (parts.some(selectsMany)) {
    return 'must be a JSONPath whose filters select one value at a time, such as @.a or @[0]: no *, slice, list, ".." or filter in them';
  }
  const whole = parts.filter(({ type }) => type === 'FunctionExpr' || type === 'ComparisonExpr').some(asksOnlyTheRoot);
  return whole ? 'must be a JSONPath whose filters compare $ with @ or a literal only' : undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.1 (singular queries) */
function selectsMany(node: Node): boolean {
  return MANY.has(node.type) || selectorsOf(node).length > 1;
}

const MANY: ReadonlySet<unknown> = new Set([
  'WildcardSelector',
  'SliceSelector',
  'DescendantSegment',
  'FilterSelector',
]);

/** `length($.a)` and `$.a == $.b` read as much as they like for each value. */
function asksOnlyTheRoot(node: Node): boolean {
  const isRooted = (tree: unknown) =>
    nodesOf(tree).some(({ type }) => type === 'JsonPathQuery' || type === 'AbsSingularQuery');
  return node.type === 'FunctionExpr' ? isRooted(node) : isRooted(node.left) && isRooted(node.right);
}

function selectorsOf({ selectors }: Node): readonly unknown[] {
  return Array.isArray(selectors) ? selectors : [];
}

/** The objects of a syntax tree, all levels. */
function nodesOf(tree: unknown): readonly Node[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return [tree, ...Object.values(tree).flatMap(nodesOf)];
}
