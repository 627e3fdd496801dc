import type { CredentialProblem } from './authorisation.ts';

/** The problem of a secret that is a JSON object where one value is meant, if it is. */
export function wholeJsonProblem(secret: string): CredentialProblem | undefined {
  const fields = jsonFields(secret);
  if (fields === undefined) return undefined;
  return {
    problem: `the secret is a JSON object with ${listed(Object.keys(fields))}: name the field to use, as in NAME#FIELD`,
  };
}

/** The fields of a JSON object, or nothing when the text is anything else. */
export function jsonFields(secret: string): Readonly<Record<string, unknown>> | undefined {
  if (!secret.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(secret);
  } catch {
    return undefined; // its message would quote the secret
  }
}

/** Names of fields for a message, shortened. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no fields';
  const shown = names.slice(0, 10).map(quoted).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** A field name for a message, shortened. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name);
}
