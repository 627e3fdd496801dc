import { isKnownKey } from './credentials/keys.ts';
import { isShort, quote } from './quote.ts';
import { mayHoldSecret } from './secret-looking.ts';

/** Keys and indexes that lead to a value, such as `['probes', 2, 'every']`. */
export type Path = readonly (string | number)[];

/**
 * `probes[2].expect.headers["x y"]`, and `config` for the whole. A key below a credential may be its value, and is shown
 * only if it is a known one, or near to one: `isNear`.
 */
export function describePath(path: Path, isNear = false): string {
  const steps = path.map((step, depth) => {
    if (typeof step === 'number') return `[${step}]`;
    const mayBeValue = path[0] === 'credentials' && depth >= 2 && !isNear && !isKnownKey(step);
    if (mayBeValue || mayHoldSecret(step)) return '["<hidden>"]';
    return /^[A-Za-z_][\w-]*$/.test(step) && isShort(step) ? `.${step}` : `[${quote(step)}]`;
  });
  return steps.join('').replace(/^\./, '') || 'config';
}
