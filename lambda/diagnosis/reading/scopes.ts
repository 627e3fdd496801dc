const OPENERS: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '`': '`',
  '[': ']',
  '(': ')',
  _: '_',
  '“': '”',
  '‘': '’',
};
const SCOPE = /^\/?[A-Za-z][\w.:/*-]{1,200}$/;
const WORDS_BETWEEN = new Set([
  'and',
  'or',
  'scope',
  'scopes',
  'permission',
  'permissions',
  'the',
  'one',
  'of',
  'following',
  'any',
  'either',
  'all',
  'a',
  'an',
  'oauth',
]);

/** A list of scopes in any of the ways in which they are written: by spaces, commas, semicolons or bars. */
export function splitScopes(list: string): readonly string[] {
  const parts = list.slice(0, 4096).split(/[\s,;|]+/);
  return distinct(
    parts.map((part) => part.replace(/^["'`[(]{1,8}|["'`\])]{1,8}$/g, '')).filter((part) => SCOPE.test(part)),
  );
}

const NEED =
  '(?:missing|required?|requires|requiring|needs?|needed|lacks?|lacking|expect(?:s|ed)?|without|contains?|includes?|granted|necessary|have|having|insufficient|one of|any of)';
const NOUN = '(?:scopes?|permissions?|privileges?|abilit(?:y|ies)|rights?|roles?)';

/** Phrases after which a sentence lists what is required; with the sentence in its own case. */
const REQUIRED_AFTER = [
  new RegExp(
    `\\b${NEED}\\b[^:;=\\n]{0,60}\\b${NOUN}(?: ?\\(s\\))?(?: is| are)?(?: to [\\w ]{2,40})?["']?\\s?[:=]\\s?`,
    'i',
  ),
  /\brequired:? ?(?=[[(])/i,
  /\bmissing:\s/i,
  /\brequires? any of (?=[[(])/i,
  /\brequired application permissions? ?(?=\()/i,
  /\bapi required roles:\s/i,
  /\bscope:? (?=['"`][\w:.-]{2,60}['"`])/i,
  new RegExp(`\\bfollowing (?:\\w{1,12} )?${NOUN}:?\\s`, 'i'),
  /scope requirement\s/i,
  /(?:requires?|required|expected|use|at least|need|needs) (?:one|any|all|either) of(?: the)?(?: following)?(?: required)?(?: scopes?| permissions?)?:?\s?/i,
  /\b(?:one|any|all) of(?: the)?(?: following)?(?: required)? (?:oauth )?(?:scopes?|permissions?):?\s/i,
  /\brequired\s?[:=]\s?/i,
  new RegExp(
    `\\b(?:missing|requires?|needs?|lacks?|lacking|without|contain|required) (?:the |this |these |an? )?(?:(?:following|specific|additional|extended|required|oauth2?|api) ){0,3}${NOUN}:?\\s(?=['"\`[(“_/]|[\\w*-]{1,60}[.:/_]\\w)`,
    'i',
  ),
];
/** Phrases with the scope between two fixed parts. */
const REQUIRED_BETWEEN = [
  new RegExp(
    `\\b(?:${NEED}|for|the) (?:(?:the|required|an?) ){0,2}['"\`“[]([\\w.:/*-]{2,120})['"\`”\\]] (?:oauth2? )?${NOUN}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:requires?|needs?|missing|lacks?|lacking|for|have|with|without|contain|include) (?:the |an? )?([\\w*-]{1,80}[.:/_][\\w.:/*-]{1,80}) (?:oauth2? )?${NOUN}\\b`,
    'i',
  ),
  /\brequires? (?:the )?([\w-]{2,60}) (?:oauth2? )?scope\b/i,
  /(?:missing|insufficient|required) (?:required )?scope:? ['"`]?([\w.:/*-]{2,120})/i,
];
const GRANTED_AFTER = [
  /\b(?:granted|provided|only has scopes|token scopes?|application roles):\s?/i,
  /\btoken scopes?=/i,
  /\bgranted:? ?(?=[[(])/i,
  /(?:,|but)? ?received:?\s/i,
  /(?:scopes?|roles?) on the request:?\s/i,
  /only been granted the:?\s/i,
  /(?:token|you|app|key) (?:only )?has (?:only )?(?:the )?(?:following )?scopes?:?\s/i,
  /(?:granted|provided|current|actual|available|token) scopes?(?: are| is)?\s?[:=]?\s/i,
];
/** What stands in quotes in a sentence about scopes, where no phrase says which part of it is one. */
const QUOTED = /(?:^|[\s([])['"`“]([A-Za-z][\w.:/*-]{2,120})['"`”]/g;
const ABOUT_SCOPES = /\b(?:scopes?|permissions?|privileges?|abilit(?:y|ies))\b/i;
const NO_SCOPE =
  /^(?:required|this|additional|that|appropriate|correct|necessary|proper|api|oauth2?|admin|access|read|write|any|some|valid|following|extended|specific|sufficient|needed|more|user|app|token)$/i;

/** The scopes that a sentence says are required, in its order. */
export function requiredScopes(sentence: string): readonly string[] {
  for (const pattern of REQUIRED_AFTER) {
    const found = listAfter(sentence, pattern);
    if (found.length > 0) return found;
  }
  for (const pattern of REQUIRED_BETWEEN) {
    const scope = pattern.exec(sentence)?.[1];
    if (scope !== undefined && !WORDS_BETWEEN.has(scope.toLowerCase()) && !NO_SCOPE.test(scope)) return [scope];
  }
  if (!ABOUT_SCOPES.test(sentence)) return [];
  return distinct(
    [...sentence.slice(0, 1500).matchAll(QUOTED)].map(([, quoted = '']) => quoted).filter(looksLikeScope),
  );
}

/** The scopes that a sentence says the token has. */
export function grantedScopes(sentence: string): readonly string[] {
  for (const pattern of GRANTED_AFTER) {
    const found = listAfter(sentence, pattern);
    if (found.length > 0) return found;
  }
  return [];
}

function listAfter(sentence: string, pattern: RegExp): readonly string[] {
  const match = pattern.exec(sentence);
  if (match === null) return [];
  const rest = sentence.slice(match.index + match[0].length, match.index + match[0].length + 1000).trimStart();
  const closer = OPENERS[rest[0] ?? ''];
  if (closer !== undefined) {
    const stop = rest.indexOf(closer, 1);
    if (stop > 0)
      return splitScopes(/^\W*['"]/.test(rest.slice(stop + 1)) ? untilSentenceEnd(rest) : rest.slice(1, stop));
  }
  return splitScopes(untilSentenceEnd(rest)).filter(
    (part, _, all) => looksLikeScope(part) || (all.length === 1 && !NO_SCOPE.test(part) && !part.includes('://')),
  );
}

function untilSentenceEnd(text: string): string {
  return (
    /^[^;\n]*?(?=[.;](?:\s|$)|,? (?:but|application roles|granted|provided|actual|received|token scopes?|to call|to access)\b|\n|$)/.exec(
      text,
    )?.[0] ?? ''
  );
}

/** A bare word of a sentence is no scope; one with punctuation inside is, and a link only if it looks like one. */
function looksLikeScope(part: string): boolean {
  if (part.endsWith(':')) return false;
  if (/^https?:/.test(part) && !/\/auth\/|\.default$|api_scope/.test(part)) return false;
  return /[.:/_-]/.test(part) && !WORDS_BETWEEN.has(part.toLowerCase());
}

function distinct(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes)];
}
