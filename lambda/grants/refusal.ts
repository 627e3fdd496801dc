import type { ObservedResponse } from '../request/observation.ts';
import { stated } from './json-answer.ts';
import type { Life } from './life.ts';
import type { Stated } from './reading.ts';

/** The JSON of a 4xx; `undefined` of any other answer, of a page, and of a body that was cut off. Never throws. */
export function refusalJson({ status, body }: ObservedResponse): unknown {
  if (status < 400 || status > 499) return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** The life that a provider's own word stands for; `undefined` for a word that is not in the table. */
export function lifeNamed(
  word: string | undefined,
  lives: Readonly<Record<string, Life>>,
  where: string,
): Stated<Life> | undefined {
  const life = word !== undefined && Object.hasOwn(lives, word) ? lives[word] : undefined;
  return stated(life, where, word);
}
