const ACRONYM_EDGE = /([A-Z])([A-Z][a-z])/g;
const CAMEL_EDGE = /([a-z\d])([A-Z])/g;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/** A machine token as lower-case words: `ACCESS_TOKEN_EXPIRED`, `accessTokenExpired` → `access token expired`. */
export function wordsOf(token: string): string {
  return token
    .replace(CAMEL_EDGE, '$1 $2')
    .replace(ACRONYM_EDGE, '$1 $2')
    .replace(SEPARATORS, ' ')
    .trim()
    .toLowerCase();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  bull: '•',
  ndash: '-',
  mdash: '-',
  hellip: '…',
  middot: '·',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

/** Resolves the entities that error pages use; an unknown one stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
