import type { Cause } from '../../causes.ts';
import type { Concept, Lexicon, Words } from './concept.ts';
import { borrowed } from './lexicons/borrowed.ts';
import { german } from './lexicons/de.ts';
import { english } from './lexicons/en.ts';
import { spanish } from './lexicons/es.ts';
import { french } from './lexicons/fr.ts';
import { italian } from './lexicons/it.ts';
import { japanese } from './lexicons/ja.ts';
import { korean } from './lexicons/ko.ts';
import { dutch } from './lexicons/nl.ts';
import { polish } from './lexicons/pl.ts';
import { portuguese } from './lexicons/pt.ts';
import { russian } from './lexicons/ru.ts';
import { chinese } from './lexicons/zh.ts';

/** Every language but English, which is read where none of these shows. */
export const LEXICONS: readonly Lexicon[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  russian,
  chinese,
  japanese,
  korean,
];

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

const WORD = { start: '(?<![\\p{L}\\p{N}])', end: '(?![\\p{L}\\p{N}_])' };
/** An English word among others, even where no space parts it from them. */
const LATIN_WORD = { start: '(?<![a-z\\d])', end: '(?![a-z\\d_])' };

const ENGLISH = compile(english, {});
const OTHERS = LEXICONS.map((lexicon) => compile(lexicon, borrowed));

function compile({ shows, leaves = [], wordStarts, words }: Lexicon, foreign: Words): Compiled {
  const concepts = new Set([...Object.keys(words), ...Object.keys(foreign)] as Concept[]);
  return {
    shows,
    leaves,
    patterns: [...concepts].map((concept) => {
      const own = anyOf(words[concept], { ...WORD, start: wordStarts ? WORD.start : '' });
      return [concept, new RegExp([...own, ...anyOf(foreign[concept], LATIN_WORD)].join('|'), 'u')];
    }),
  };
}

function anyOf(sources: readonly string[] = [], { start, end }: typeof WORD): readonly string[] {
  return sources.length === 0 ? [] : [`${start}(?:${sources.join('|').replaceAll('\\b', end)})`];
}

/** What a sentence in lower case speaks of, once for each language that it may be in. */
export function readConcepts(sentence: string): readonly Spoken[] {
  const shown = OTHERS.filter(({ shows }) => shows?.test(sentence) === true);
  return (shown.length > 0 ? shown : [ENGLISH]).map(({ leaves, patterns }) => ({
    leaves,
    concepts: new Set(patterns.filter(([, pattern]) => pattern.test(sentence)).map(([concept]) => concept)),
  }));
}

const SIGN = '[^\\p{L}\\p{N}]';
const STATUS = '(?:error|http|status|fehler|erreur|erro|errore|fout|błąd|ошибка|错误|エラー|오류)';
const REFUSES = `(?:${LEXICONS.flatMap(({ bare = [] }) => bare).join('|')})`;
const BARE = new RegExp(
  `^${SIGN}{0,3}(?:${STATUS}${SIGN}{0,3})?(?:40[13])?${SIGN}{0,3}(?:${STATUS}${SIGN}{1,3})?${REFUSES}(?:${SIGN}{1,3}${REFUSES})?${SIGN}{0,3}$`,
  'u',
);

/** Whether a sentence in lower case says, in any language, no more than that the server refuses. */
export function isBare(sentence: string): boolean {
  return sentence.length < 120 && BARE.test(sentence);
}
