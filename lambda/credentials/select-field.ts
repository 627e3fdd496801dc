import type { CredentialProblem } from './authorisation.ts';
import { jsonFields, listed, quoted } from './secret-json.ts';

/**
 * One field of a secret that is a JSON object, as `name#field` in the configuration asks for. A problem names the
 * fields that there are, never a value.
 */
export function selectField(secretValue: string, field: string): { readonly value: string } | CredentialProblem {
  const fields = jsonFields(secretValue);
  if (fields === undefined) {
    return {
      problem: `the secret is not a JSON object, so it has no field ${quoted(field)}: drop #${field} or store JSON`,
    };
  }
  if (!Object.hasOwn(fields, field)) {
    return { problem: `the secret has no field ${quoted(field)}: it has ${listed(Object.keys(fields))}` };
  }
  const value = fields[field];
  if (typeof value === 'string') return { value };
  // A longer number has already lost digits.
  if (typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value)))
    return { value: String(value) };
  return { problem: `the secret's field ${quoted(field)} is ${typeName(value)}, not a string: store it as a string` };
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
