import { isoTime } from './iso-time.ts';
import { numberAt, stated, textAt, textsAt } from './json-answer.ts';
import { plausibleTime, quoted, type Stated, scopesIn } from './reading.ts';

type Path = readonly (string | number)[];

/** The name or id at this path of a body, shortened. */
export function nameAt(body: unknown, ...path: Path): Stated<string> | undefined {
  const name = textAt(body, ...path);
  return name === undefined ? undefined : stated(quoted(name), whereOf(path));
}

/** The id at this path of a body, text or whole number. Whoever has one may change name and address and stays the same. */
export function idAt(body: unknown, ...path: Path): Stated<string> | undefined {
  const number = numberAt(body, ...path);
  return nameAt(body, ...path) ?? (Number.isSafeInteger(number) ? stated(String(number), whereOf(path)) : undefined);
}

/** The time with a zone at this path of a body, epoch seconds. */
export function timeAt(body: unknown, ...path: Path): Stated<number> | undefined {
  const text = textAt(body, ...path);
  return stated(isoTime(text), whereOf(path), text);
}

/** The epoch seconds at this path of a body; 0, which some write for no end, is none. */
export function epochAt(body: unknown, ...path: Path): Stated<number> | undefined {
  const seconds = numberAt(body, ...path) ?? 0;
  return stated(plausibleTime(seconds), whereOf(path), String(seconds));
}

/** The list of scopes at this path of a body, which may be empty; unknown when one of them is none. */
export function scopesAt(body: unknown, ...path: Path): Stated<readonly string[]> | undefined {
  const scopes = textsAt(body, ...path);
  return scopes && stated(scopesIn(scopes), whereOf(path), scopes.join(' '));
}

function whereOf(path: Path): string {
  return `body ${path.join('.')}`;
}
