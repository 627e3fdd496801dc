import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../lambda/diagnosis/is-refusal.ts';
import type { Explained } from './explained.ts';
import { UNKNOWN_STATUS } from './forms/exchange.ts';
import { type RenderOptions, renderDiagnosis } from './render.ts';
import { wrap } from './wrap.ts';

/** All that was explained, for people: what should be known of the input, then each refusal once. */
export function report(
  explained: readonly Explained[],
  notes: readonly string[],
  options: Pick<RenderOptions, 'style' | 'width' | 'clock'>,
): string {
  const remarks = notes.map((note) =>
    wrap(note, options.width)
      .map((line) => options.style('dim', line))
      .join('\n'),
  );
  const blocks = alike(explained).map(
    ({ one: { refusal, diagnosis, redact }, times }) =>
      noRefusal(refusal, options.width) ?? renderDiagnosis(refusal, diagnosis, { ...options, redact, times }),
  );
  return [...remarks, ...blocks].join('\n\n');
}

/** Calls that were refused in the same way, as a page in a loop does by the dozen, are told once. */
function alike(explained: readonly Explained[]) {
  const groups = Map.groupBy(explained, ({ refusal: { request, response }, diagnosis: { cause, evidence } }) =>
    JSON.stringify([request.method, request.url.split(/[?#]/)[0], response.status, cause, evidence]),
  );
  return [...groups.values()].flatMap(([one, ...others]) =>
    one === undefined ? [] : [{ one, times: others.length + 1 }],
  );
}

/** What is said of an answer that is none, because a diagnosis of it would be made up. */
function noRefusal(refusal: Refusal, width: number): string | undefined {
  const { status } = refusal.response;
  if (status === UNKNOWN_STATUS || (status >= 400 && status < 500)) return undefined;
  if (refusalOf(refusal) !== undefined) return undefined;
  const what = status >= 500 ? 'a fault of the server' : status >= 300 ? 'a redirect' : 'what was asked for';
  const why = status < 200 ? 'not the last word' : what;
  return wrap(`The answer is ${status}, ${why}: nothing in it is a refusal.`, width).join('\n');
}
