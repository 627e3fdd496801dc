import type { Cause } from '../../causes.ts';
import type { Concept, Lexicon } from './concept.ts';
import { english } from './lexicons/en.ts';

const LEXICONS: readonly Lexicon[] = [english];

/** What a sentence speaks of when it is read in one language. */
export interface Spoken {
  readonly concepts: ReadonlySet<Concept>;
  /** Causes that this reading may not name. */
  readonly leaves: readonly Cause[];
}

interface Compiled {
  readonly shows: RegExp | undefined;
  readonly leaves: readonly Cause[];
  readonly patterns: readonly (readonly [Concept, RegExp])[];
}

const COMPILED: readonly Compiled[] = LEXICONS.map(({ shows, leaves = [], wordStarts, words }) => ({
  shows,
  leaves,
  patterns: (Object.entries(words) as [Concept, readonly string[]][]).map(([concept, sources]) => [
    concept,
    new RegExp(`${wordStarts ? '(?<![\\p{L}\\p{N}])' : ''}(?:${sources.join('|')})`, 'u'),
  ]),
}));

/** What a sentence in lower case speaks of, once for each language that it may be in. */
export function readConcepts(sentence: string): readonly Spoken[] {
  return COMPILED.filter(({ shows }) => shows === undefined || shows.test(sentence)).map(({ leaves, patterns }) => ({
    leaves,
    concepts: new Set(patterns.filter(([, pattern]) => pattern.test(sentence)).map(([concept]) => concept)),
  }));
}
