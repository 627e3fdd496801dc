import type { Details } from '../diagnosis.ts';
import type { Reading } from '../reading.ts';

/** A link that says itself that it explains, or that a sentence sends people to. */
const DOCUMENTATION =
  /(?:(?:see|visit|check|details|information|info|more|refer to|refer|go to|go here|head to|link|learn|help|docs?|documentation|read|at|参考|参阅|详见|查看)\W{1,3})(https?:\/\/[^\s"'<>)\]]{4,400})|(https?:\/\/[^\s"'<>)\]]{0,40}(?:docs?|help|support|developers?|learn|rfc|error|wiki)[^\s"'<>)\]]{0,300})/i;

/**
 * The page about the refusal that the answer names: under a name that announces one, in a challenge's `error_uri`, or
 * in a sentence.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 (`error_uri`)
 */
export function documentationIn({ links, challenges, messages }: Reading): Pick<Details, 'documentation'> {
  const inChallenge = challenges.map(({ params }) => params.get('error_uri')).find((uri) => uri !== undefined);
  const found =
    links.find(isPrintable) ??
    (inChallenge !== undefined && isPrintable(inChallenge) && DOCUMENTATION.test(inChallenge)
      ? inChallenge
      : undefined) ??
    messages
      .map(({ text }) => (text.includes('http') ? DOCUMENTATION.exec(text) : undefined))
      .map((match) => (match?.[1] ?? match?.[2])?.replace(/[.,;:]{1,8}$/, ''))
      .find((link) => link !== undefined && isPrintable(link));
  return found === undefined ? {} : { documentation: found };
}

/** A link may hide what it opens behind characters that nobody sees. */
function isPrintable(link: string): boolean {
  return !/\p{C}/u.test(link);
}
