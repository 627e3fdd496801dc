import type { Details } from '../diagnosis.ts';
import type { Provider } from '../providers/provider.ts';
import { grantedScopes, requiredScopes, splitScopes } from '../reading/scopes.ts';
import { normaliseKey } from '../reading/terms.ts';
import type { Reading } from '../reading.ts';

type Scopes = Pick<Details, 'missingScopes' | 'grantedScopes'>;

/** Names under which bodies list what a call needs, and what the token has; without case and punctuation. */
const REQUIRED_KEY =
  /^(?:scopes?|needed|required|missing|expected|(?:missing|required|needed|expected|accepted)\w{0,20}(?:scope|permission|privilege|abilit(?:y|ie)|right)s?|(?:scope|permission)s?(?:required|needed|missing))$/;
const GRANTED_KEY =
  /^(?:provided|granted|(?:granted|token|current|provided|actual|allowed)scopes?|scopes?(?:granted|provided))$/;
/** A link to a page about scopes stands under the same name. */
const OF_LINKS = /(?:^|[.\]])_?links?[.[]/;
/** Response fields that list what the token has. */
const GRANTED_FIELDS = ['x-oauth-scopes', 'oauth-scope', 'x-scopes'] as const;

/** The scopes that the answer says are required and does not show as granted, and those that it shows. */
export function scopesIn(reading: Reading, provider: Provider | undefined, wanted: readonly string[] = []): Scopes {
  const granted = firstList(
    () => fieldScopes(reading),
    () => listed(reading, GRANTED_KEY),
    () => fromSentences(reading, grantedScopes),
  );
  const required = firstList(
    () =>
      reading.challenges.flatMap(({ params }) =>
        /^insufficient[_ ]scope$/i.test(params.get('error') ?? '') ? splitScopes(params.get('scope') ?? '') : [],
      ),
    () => listed(reading, REQUIRED_KEY),
    () => fromSentences(reading, requiredScopes),
    () => acceptedScopes(reading, wanted),
  );
  const held = new Set(granted.flatMap((scope) => [scope, ...(provider?.impliedScopes?.(scope) ?? [])]));
  const missing = [...new Set(required)].filter((scope) => !held.has(scope));
  return {
    ...(missing.length > 0 && { missingScopes: missing }),
    ...(granted.length > 0 && { grantedScopes: granted }),
  };
}

/** What a header says the token has, whatever the refusal is about. */
export function grantedIn(reading: Reading): Scopes {
  const granted = fieldScopes(reading);
  return granted.length === 0 ? {} : { grantedScopes: granted };
}

function fieldScopes({ fields }: Reading): readonly string[] {
  const value = GRANTED_FIELDS.map((name) => fields.get(name)).find((field) => field !== undefined);
  return value === undefined ? [] : splitScopes(value);
}

/** Any of these would do, so one that the credential is meant to have is the one that it lacks. */
function acceptedScopes(reading: Reading, wanted: readonly string[]): readonly string[] {
  const accepted = splitScopes(reading.fields.get('x-accepted-oauth-scopes') ?? '');
  const meant = accepted.filter((scope) => wanted.includes(scope));
  return meant.length > 0 ? meant : accepted;
}

function firstList(...readers: readonly (() => readonly string[])[]): readonly string[] {
  for (const read of readers) {
    const list = read();
    if (list.length > 0) return list;
  }
  return [];
}

function fromSentences(reading: Reading, extract: (sentence: string) => readonly string[]): readonly string[] {
  return firstList(
    ...reading.messages.slice(0, 6).map(
      ({ text }) =>
        () =>
          extract(text),
    ),
  );
}

/** The scopes of the outermost place that has one of the names; the items of a list stand under the list's name. */
function listed({ leaves }: Reading, names: RegExp): readonly string[] {
  let place: string | undefined;
  const scopes: string[] = [];
  for (const { path, key, value } of leaves) {
    if (typeof value !== 'string' || !names.test(normaliseKey(key)) || OF_LINKS.test(path)) continue;
    const list = path.replace(/\[\d{1,3}\]$/, '');
    if (place !== undefined && list !== place) continue;
    const found = splitScopes(value);
    if (found.length > 0) place = list;
    scopes.push(...found);
  }
  return scopes;
}
