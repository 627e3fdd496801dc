/**
 * How the tokens of well-known providers begin, as far as no sensible name of a secret does.
 *
 * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 * @see https://docs.slack.dev/authentication/tokens
 * @see https://docs.stripe.com/keys
 */
const SECRET_PREFIX =
  /^(?:gh[opsur]_|github_pat_|glpat-|xox[a-z]{1,2}[-.]|xapp-|[rs]k_(?:live|test)_|sk-|eyJ|A[KS]IA[A-Z0-9]{12}|-----BEGIN|ya29\.|AIza|(?:[Bb]earer|[Bb]asic|[Tt]oken)\s)/;

/** Twenty or more characters without a break, letters and digits mixed: more like a token than like a word. */
const TOKEN_LIKE = /(?=[A-Za-z_]*\d)(?=\d*[A-Za-z_])[A-Za-z0-9_]{20,}/;

/** Whether a text is, by its beginning, a secret's value: somebody pasted it where a name or a setting belongs. */
export function looksLikeSecret(text: string): boolean {
  return SECRET_PREFIX.test(text);
}

/** Whether a text could hold a secret. Errs towards yes: it only decides what a message does not repeat. */
export function mayHoldSecret(text: string): boolean {
  return looksLikeSecret(text) || TOKEN_LIKE.test(text);
}

/**
 * Whether a text is, by its beginning and its length, a secret's value: for ids that others choose, of which some begin
 * like a token without being one.
 */
export function looksLikeToken(text: string): boolean {
  return looksLikeSecret(text) && TOKEN_LIKE.test(text);
}
