/** A value with the name that it stands under: in a query, a form, JSON, a header or prose. */
interface Field {
  readonly name: string;
  /** What stands between the two, an opening quote included. */
  readonly between: string;
  readonly value: string;
  /** A closing quote follows. */
  readonly closed: boolean;
}

/** Finds a field whose name ends like a secret's: its name, what stands between, its value, a closing quote. */
export const SECRET_FIELD = new RegExp(
  // The name is bounded: a long run of its characters is not tried to its end from each of them.
  '(?<![A-Za-z0-9])([\\w.-]{0,32}?(?:token|secret|password|passwd|pwd|passphrase|key|key[_-]?id|credential|assertion|' +
    'signature|sig|authorization|session[_-]?id))' +
    '((?:\\\\?["\'])?\\s{0,4}(?:[=:]|%3[dD])\\s{0,4}(?:\\\\?["\'])?)' +
    '((?:[^\\s"\'&<>\\\\,;]|\\\\[^"\'\\s]){4,})(?=(\\\\?["\'])?)',
  'gi',
);

/** Whether the value is a secret and not a word about one. */
export function isSecretField({ name, between, value, closed }: Field): boolean {
  if (value.includes('<redacted>') || PROSE.test(value)) return false;
  const quoted = /["']$/.test(between);
  const random = value.length >= 16 && (value.match(/\d/g)?.length ?? 0) >= 3 && /[A-Za-z]/.test(value);
  if (random) return true;
  if (/key$|sig$/i.test(name) && !/(?:api|access|private|secret|auth)[_-]?key$/i.test(name)) {
    // `key` names many things in JSON: only in a query does it stand for a secret.
    return between === '=' && /(?:^|[^A-Za-z])(?:key|sig)$/i.test(name);
  }
  if (quoted) return closed;
  return between.includes(':') ? /\d/.test(value) && /[A-Za-z]/.test(value) : true;
}

/** What stands in a secret's place in a message about it. */
const PROSE =
  /^(?:expired|invalid|missing|required|revoked|unknown|malformed|none|null|true|false|undefined|empty|bearer|basic|not[_-].*|invalid[_-].*|\w*[_-](?:expired|invalid|required|missing|revoked|token))$|^(?:https?|urn):/i;
