import { describePath } from '../path.ts';
import { type Fields, isRecord } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { readSecretRef } from '../secret-ref.ts';
import { rotatesAt } from './rotation.ts';

const ROTATES_RULE =
  'must be true or false: true where each use of the refresh token gives a new one and ends the old one, which the ' +
  'monitor then stores in the secret and does so only because you say so; false where it stays, and the secret is ' +
  'never written';

const WHOLE_SECRET_RULE =
  'must be a whole JSON secret in Secrets Manager, neither a "#field" nor "ssm:": with rotates: true each new refresh ' +
  'token is stored in it, and it is replaced as a whole';

/** What is wrong with how a refresh token is used up and stored. */
export function rotationProblems({ kind, provider, rotates, secret }: Fields): readonly Problem[] {
  if (kind !== 'oauth2-refresh-token') return [];
  const known = rotatesAt(provider);
  return [
    ...(rotates === undefined && known === undefined
      ? [{ path: ['rotates'], rule: ROTATES_RULE, found: rotates }]
      : []),
    ...(rotates !== true && rotates !== null && known === true
      ? [
          {
            path: ['rotates'],
            rule: `must be true: a refresh token of ${provider} is good for one use, and the new one is lost unless the monitor may store it in the secret`,
            found: rotates,
          },
        ]
      : []),
    ...(rotates === true && typeof secret === 'string' && !isWholeSecret(secret)
      ? [{ path: ['secret'], rule: WHOLE_SECRET_RULE }]
      : []),
  ];
}

function isWholeSecret(secret: string): boolean {
  const ref = readSecretRef(secret);
  // What is no reference at all is the schema's business.
  return ref === undefined || (ref.store === 'secrets-manager' && ref.field === undefined);
}

/** Refresh tokens that one credential would spend and another one need. */
export function sharedSecretProblems(credentials: Fields): readonly Problem[] {
  const refreshed = Object.entries(credentials).flatMap(([name, credential]) =>
    isRecord(credential) && credential.kind === 'oauth2-refresh-token' && typeof credential.secret === 'string'
      ? [{ name, rotates: credential.rotates === true, id: idOf(credential.secret) }]
      : [],
  );
  const byName = Map.groupBy(refreshed, ({ id }) => nameOf(id));
  return [...byName].flatMap(([secretName, sharing]) => {
    if (secretName === undefined || !sharing.some(({ rotates }) => rotates)) return [];
    return sharing.flatMap(({ name, rotates, id }, index): readonly Problem[] => {
      const other = sharing.slice(0, index).find((earlier) => (rotates || earlier.rotates) && isSame(earlier.id, id));
      if (other === undefined) return [];
      const rule = `must not be the secret of ${describePath(['credentials', other.name])} too: a rotating refresh token is good for one use`;
      return [{ path: ['credentials', name, 'secret'], rule }];
    });
  });
}

/** The name or ARN of a whole secret in Secrets Manager, or of the one that a field is of. */
function idOf(secret: string): string | undefined {
  const ref = readSecretRef(secret);
  return ref?.store === 'secrets-manager' ? ref.id : undefined;
}

/**
 * An ARN ends in the name, with or without six characters that Secrets Manager chooses.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
function nameOf(id: string | undefined): string | undefined {
  const fromArn = id === undefined ? undefined : /^arn:.*:secret:(.*?)(?:-[A-Za-z0-9]{6})?$/.exec(id)?.[1];
  return fromArn ?? id;
}

/** Whether two ids of secrets of one name are one secret, as far as they tell: ARNs also name region and account. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  const placeOf = (id: string | undefined) => /^arn:(?:[^:]*:){4}/.exec(id ?? '')?.[0];
  const places = [placeOf(one), placeOf(other)].filter((place) => place !== undefined);
  return new Set(places).size <= 1;
}
