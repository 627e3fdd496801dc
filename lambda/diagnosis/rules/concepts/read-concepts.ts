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

interface Language {
  readonly shows: RegExp | undefined;
  readonly leaves: readonly Cause[];
  /** Made when the language is first met: its classes of letters take milliseconds, which a cold start would wait for. */
  readonly patterns: () => readonly (readonly [Concept, RegExp])[];
}

const WORD = { start: '(?<![\\p{L}\\p{N}])', end: '(?![\\p{L}\\p{N}_])' };
/** An English word among others, even where no space parts it from them. */
const LATIN_WORD = { start: '(?<![a-z\\d])', end: '(?![a-z\\d_])' };

const ENGLISH = languageOf(english, {});
const OTHERS = LEXICONS.map((lexicon) => languageOf(lexicon, borrowed));

function languageOf(lexicon: Lexicon, foreign: Words): Language {
  let patterns: ReturnType<Language['patterns']> | undefined;
  return {
    shows: lexicon.shows,
    leaves: lexicon.leaves ?? [],
    patterns: () => {
      patterns ??= compile(lexicon, foreign);
      return patterns;
    },
  };
}

function compile({ wordStarts, words }: Lexicon, foreign: Words): ReturnType<Language['patterns']> {
  const concepts = new Set([...Object.keys(words), ...Object.keys(foreign)] as Concept[]);
  return [...concepts].map((concept) => {
    const own = anyOf(words[concept], { ...WORD, start: wordStarts ? WORD.start : '' });
    return [concept, new RegExp([...own, ...anyOf(foreign[concept], LATIN_WORD)].join('|'), 'u')];
  });
}

/** Makes the patterns of all languages now, for who would rather wait once. */
export function prepareLanguages(): void {
  for (const { patterns } of [ENGLISH, ...OTHERS]) patterns();
}

/** Words that end where a letter follows none share one look ahead: its class of letters is costly to build. */
function anyOf(sources: readonly string[] = [], { start, end }: typeof WORD): readonly string[] {
  if (sources.length === 0) return [];
  const { whole = [], stems = [] } = Object.groupBy(sources, (source) => (source.endsWith('\\b') ? 'whole' : 'stems'));
  const closed = whole.map((source) => source.slice(0, -2)).join('|');
  const either = [...(whole.length > 0 ? [`(?:${closed})${end}`] : []), ...stems].join('|');
  return [`${start}(?:${either.replaceAll('\\b', end)})`];
}

/** What a sentence in lower case speaks of, once for each language that it may be in; English where none shows. */
export function readConcepts(sentence: string): readonly Spoken[] {
  const foreign = readForeignConcepts(sentence);
  return foreign.length > 0 ? foreign : [spoken(ENGLISH, sentence)];
}

/** The same in other languages than English. */
export function readForeignConcepts(sentence: string): readonly Spoken[] {
  return OTHERS.filter(({ shows }) => shows?.test(sentence) === true).map((language) => spoken(language, sentence));
}

function spoken({ leaves, patterns }: Language, sentence: string): Spoken {
  const named = patterns().filter(([, pattern]) => pattern.test(sentence));
  return { leaves, concepts: new Set(named.map(([concept]) => concept)) };
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
