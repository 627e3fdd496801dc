import { jsonObject } from '../json-object.ts';
import { type GrantReading, plausibleTime, quoted, type Stated, scopesIn } from './reading.ts';

/** Fields that say whom a token speaks for, the most exact first. */
const IDENTITY_FIELDS = ['sub', 'username', 'client_id'] as const;

/**
 * What an authorization server says of a token that it was asked about. A token that is not active is at its end,
 * expired or revoked: the answer does not tell. `undefined` for what is no such answer. Never throws.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-2.2
 */
export function readIntrospection(body: string): GrantReading | undefined {
  const fields = jsonObject(body);
  if (fields === undefined) return undefined;
  const { active } = fields;
  if (active === false) return { source: 'reported', life: { value: 'ended', evidence: evidence('active', 'false') } };
  if (active !== true) return undefined;
  const expiresAt = timeIn(fields, 'exp');
  const issuedAt = timeIn(fields, 'iat');
  const scopes = scopeIn(fields);
  const identity = identityIn(fields);
  return {
    source: 'reported',
    life: { value: 'alive', evidence: evidence('active', 'true') },
    ...(expiresAt && { expiresAt }),
    ...(issuedAt && { issuedAt }),
    ...(scopes && { scopes }),
    ...(identity && { identity }),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function evidence(field: string, what: string) {
  return { where: `introspection ${field}`, what: quoted(what) };
}

/** Seconds, by the standard; as text from some. Zero is what some say of a token that does not end. */
function timeIn(fields: Fields, name: 'exp' | 'iat'): Stated<number> | undefined {
  const field = fields[name];
  const isTime = typeof field === 'number' || (typeof field === 'string' && /^\d{1,12}$/.test(field));
  const value = isTime ? plausibleTime(Number(field)) : undefined;
  if (value === undefined) return undefined;
  const date = new Date(value * 1_000).toISOString().replace('.000Z', 'Z');
  return { value, evidence: evidence(name, `${field} (${date})`) };
}

/** One text by the standard, a list from some. */
function scopeIn({ scope }: Fields): Stated<readonly string[]> | undefined {
  const parts = typeof scope === 'string' ? scope.split(/\s+/) : scope;
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
  const value = scopesIn(parts);
  return value && { value, evidence: evidence('scope', value.join(' ') || '(empty)') };
}

function identityIn(fields: Fields): Stated<string> | undefined {
  for (const name of IDENTITY_FIELDS) {
    const field = fields[name];
    if (typeof field === 'string' && field !== '') return { value: quoted(field), evidence: evidence(name, field) };
  }
  return undefined;
}
