import * as z from 'zod';
import { MAX_PARAMETER_LENGTH, MAX_PARAMETERS, MAX_SETTING_LENGTH } from '../bounds.ts';
import { record, text } from '../rules.ts';
import { looksLikeSecret, looksLikeToken } from '../secret-looking.ts';

const PASTED_RULE = 'must not hold a credential: its place is the secret that "secret" names';

/** A short text that an identity provider knows and nobody has to hide, such as a client id. */
export function setting(what: string) {
  return text(
    new RegExp(`^[^\\p{Cc}]{1,${MAX_SETTING_LENGTH}}$`, 'u'),
    `must be ${what}, 1 to ${MAX_SETTING_LENGTH} characters`,
  ).refine((value) => !looksLikeToken(value), PASTED_RULE);
}

/** What is sent beside what the kind itself sends, by its name there. */
export function parameters(what: string) {
  const rule = `must be text of at most ${MAX_PARAMETER_LENGTH} characters`;
  return record(
    text(/^[^\p{Cc}]{1,256}$/u, 'must be a name of 1 to 256 characters'),
    z
      .string(rule)
      .max(MAX_PARAMETER_LENGTH, rule)
      .refine((value) => !looksLikeSecret(value), PASTED_RULE),
    MAX_PARAMETERS,
    what,
  );
}
