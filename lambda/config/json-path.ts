import parse from 'jsonpath-rfc9535/parser';
import { MAX_PATH_LENGTH } from './bounds.ts';

const RULE = 'must be a JSONPath (RFC 9535) such as "$.items[0].id"';

/**
 * What is wrong with an RFC 9535 JSONPath, `undefined` for a good one.
 *
 * Two things that the standard has are refused, since a hostile body could make them take for ever: `match()` and
 * `search()`, which run a backtracking regular expression, and more than one `..`, whose costs multiply.
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
  return undefined;
}

type Node = { readonly type?: unknown; readonly name?: unknown };

/** The objects of a syntax tree, all levels. */
function nodesOf(tree: unknown): readonly Node[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return [tree, ...Object.values(tree).flatMap(nodesOf)];
}
