import { parseSecretRef } from '../config/secret-ref.ts';
import type { CredentialConfig } from '../config/types.ts';
import type { ReadSecret } from '../ports.ts';
import type { CredentialProblem } from './authorisation.ts';
import { selectField } from './select-field.ts';

/** The part of a secret that the configuration means: the field that it names, else all of it. */
export function usableSecret(
  { secret: reference }: CredentialConfig,
  secret: ReadSecret | undefined,
): { readonly value: string; readonly version: string } | CredentialProblem | undefined {
  if (reference === undefined || secret === undefined) return undefined;
  if (secret.value === undefined) return { problem: secret.unreadable };
  const ref = parseSecretRef(reference);
  const field = ref.store === 'secrets-manager' ? ref.field : undefined;
  if (field === undefined) return secret;
  const selected = selectField(secret.value, field);
  return 'problem' in selected ? selected : { value: selected.value, version: secret.version };
}
