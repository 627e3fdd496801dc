import { isSecretField, SECRET_FIELD } from './secret-field.ts';

/**
 * Replaces what looks like a token, a key or a password by `<redacted>`, without knowing any: for texts whose secrets
 * nobody has told us. Prose about tokens (`token expired`, `error="invalid_token"`) is left as it is. Linear: no pattern
 * can start within what an earlier attempt has run over.
 */
export function redactTokenShapes(text: string): string {
  let redacted = text;
  for (const [pattern, replacement] of SHAPES) redacted = redacted.replace(pattern, replacement);
  redacted = redacted.replace(BASIC, (match, word: string, value: string) =>
    Buffer.from(value, 'base64').includes(':') ? `${word}<redacted>` : match,
  );
  return redacted.replace(SECRET_FIELD, (match, name: string, between: string, value: string, closed?: string) =>
    isSecretField({ name, between, value, closed: closed !== undefined }) ? `${name}${between}<redacted>` : match,
  );
}

/** What is a secret by its own looks. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,60}-----|$)/g,
    '<redacted>',
  ],
  // The password, and the user too, who may be the token, in a URL's authority.
  [/:\/\/[^\s/?#@"'<>:]*:[^\s/?#@"'<>]*@/g, '://<redacted>@'],
  // JSON Web Tokens and encrypted ones, cut off or whole.
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*){0,3}/g, '<redacted>'],
  // @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  [/(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])gl(?:pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[\w-]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])xapp-[A-Za-z0-9-]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{16,}/g, '<redacted>'],
  // @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g, '<redacted>'],
  [/(?<![A-Za-z0-9])npm_[A-Za-z0-9]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])hf_[A-Za-z0-9]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])sk-(?=[\w-]{0,40}\d)[\w-]{16,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])AIza[\w-]{30,}/g, '<redacted>'],
  [/(?<![A-Za-z0-9])ya29\.[\w.-]{16,}/g, '<redacted>'],
  [/\b(Bearer|Token|SSWS|ApiKey) +(?=[^\s"',;]{0,200}\d)[\w.~+/-]{16,}=*/gi, '$1 <redacted>'],
];

/** `Basic` and base64: a secret only if a colon comes out. */
const BASIC = /\b(Basic +)([A-Za-z0-9+/_-]{6,}={0,2})/gi;
