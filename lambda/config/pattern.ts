import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { MAX_PATTERN_LENGTH, MAX_PATTERN_STEPS } from './bounds.ts';

/**
 * What is wrong with an RE2 pattern, `undefined` for a good one. Its text does not repeat the pattern.
 *
 * RE2 takes time linear in the text; the bound on the compiled size keeps the factor small.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length === 0 || pattern.length > MAX_PATTERN_LENGTH) {
    return `must be an RE2 pattern of 1 to ${MAX_PATTERN_LENGTH} characters`;
  }
  try {
    const steps = RE2JS.compile(pattern).programSize();
    return steps > MAX_PATTERN_STEPS ? 'must be a smaller RE2 pattern: repeat counts multiply its size' : undefined;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const reason = error instanceof RE2JSSyntaxException ? error.getDescription() : 'it does not compile';
    return `must be an RE2 pattern, without lookaround and backreferences: ${reason}`;
  }
}
