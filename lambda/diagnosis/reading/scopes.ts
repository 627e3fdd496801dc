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
const SCOPE = /^[A-Za-z][\w.:/*-]{1,200}$/;
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
  return distinct(parts.map((part) => part.replace(/^["'`[(]+|["'`\])]+$/g, '')).filter((part) => SCOPE.test(part)));
}

/** Phrases after which a sentence lists what is required; with the sentence in its own case. */
const REQUIRED_AFTER = [
  /missing scopes?:?\s/i,
  /missing required scopes?:?\s/i,
  /missing (?:the )?(?:following )?(?:required )?(?:oauth )?(?:scopes?|permissions?)(?: \(s\))?:\s?/i,
  /scope requirement\s/i,
  /requires? (?:the )?scopes?:?\s/i,
  /(?:api )?requires? one of(?: the following scopes:?)?\s?/i,
  /api required one of\s/i,
  /requires? (?:at least )?one of the (?:following )?scopes:?\s/i,
  /requires? (?:the |all of the )?(?:following )?(?:oauth )?(?:scopes?|permissions?):\s/i,
  /expected (?:any|one|all) of:?\s/i,
  /\brequired=\s?/i,
  /expected scopes?:?\s/i,
  /required scopes?(?: is| are)?:?\s/i,
  /does not contain (?:the )?scopes?:?\s?/i,
  /(?:needs|need|lacks?|lacking|without) (?:the )?scopes?:?\s/i,
  /any of the required scopes:?\s/i,
];
/** Phrases with the scope between two fixed parts. */
const REQUIRED_BETWEEN = [
  /having the ['"`]([\w.:/*-]{2,120})['"`] permission/i,
  /merchant approval for ([\w.:/*-]{2,120}) scope/i,
  /requires? (?:the )?['"`“]?([\w.:/*-]{2,120}?)['"`”]? (?:oauth )?(?:scope|permission)\b/i,
  /(?:missing|lacks?|needs?|have|required|without) (?:the )?(?:required )?['"`“]([\w.:/*-]{2,120})['"`”] (?:oauth )?(?:scope|permission)/i,
  /(?:missing|lacks?|needs?) (?:the )?([\w*-]{1,80}[.:/_][\w.:/*-]{1,80}) (?:oauth )?(?:scope|permission)\b/i,
  /(?:missing|insufficient|required) (?:required )?scope:? ['"`]?([\w.:/*-]{2,120})/i,
  /does not have the required scope ['"`]([\w.:/*-]{2,120})['"`]/i,
];
const GRANTED_AFTER = [
  /(?:,|but)? ?received:?\s/i,
  /(?:scopes?|roles?) on the request:?\s/i,
  /only been granted the:?\s/i,
  /(?:token|you|app|key) (?:only )?has (?:the )?(?:following )?scopes?:?\s/i,
  /(?:granted|provided|current|actual|available) scopes?(?: are| is)?:?\s/i,
];

/** The scopes that a sentence says are required, in its order. */
export function requiredScopes(sentence: string): readonly string[] {
  for (const pattern of REQUIRED_AFTER) {
    const found = listAfter(sentence, pattern);
    if (found.length > 0) return found;
  }
  for (const pattern of REQUIRED_BETWEEN) {
    const scope = pattern.exec(sentence)?.[1];
    if (
      scope !== undefined &&
      !WORDS_BETWEEN.has(scope.toLowerCase()) &&
      !/^(?:required|this|additional|that|appropriate|correct|necessary|api|admin)$/i.test(scope)
    )
      return [scope];
  }
  return [];
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
  return splitScopes(untilSentenceEnd(rest)).filter((part, _, all) => looksLikeScope(part) || all.length === 1);
}

function untilSentenceEnd(text: string): string {
  return /^[^;\n]*?(?=[.;](?:\s|$)|\n|$)/.exec(text)?.[0] ?? '';
}

/** A bare word of a sentence is no scope; one with punctuation inside is. */
function looksLikeScope(part: string): boolean {
  return /[.:/_-]/.test(part) && !WORDS_BETWEEN.has(part.toLowerCase());
}

function distinct(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes)];
}
