import { credentialNameProblem } from '../credential-name.ts';
import { type Fields, isRecord } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { CREDENTIAL_KINDS } from '../types.ts';

/** Kinds with an OAuth client of their own, which may ask about the token that it minted. */
const CLIENT_KINDS: readonly unknown[] = ['oauth2-client-credentials', 'oauth2-refresh-token', 'jwt-bearer'];

/** Kinds that travel as they are stored: a question needs no other token first. */
const ASKING_KINDS: readonly unknown[] = ['bearer', 'basic', 'api-key'];

const PATH = ['introspection', 'credential'];

/** What is wrong with whom and how to ask about a credential's token. */
export function introspectionProblems(own: Fields, ownName: string, credentials: Fields): readonly Problem[] {
  const { kind, introspection, issuer } = own;
  if (!isRecord(introspection)) return [];
  const asking = askingProblem(introspection.credential, ownName, credentials);
  return [
    ...(introspection.url === undefined && issuer === undefined
      ? [{ path: ['introspection', 'url'], rule: 'must be set, or else "issuer", whose metadata names it' }]
      : []),
    ...(introspection.credential === undefined && isOtherKind(kind)
      ? [
          {
            path: PATH,
            rule: `must be the name of a configured credential: kind "${kind}" has no OAuth client that could ask`,
          },
        ]
      : []),
    ...(asking === undefined ? [] : [asking]),
  ];
}

function isOtherKind(kind: unknown): kind is string {
  return CREDENTIAL_KINDS.some((known) => known === kind) && !CLIENT_KINDS.includes(kind);
}

function askingProblem(name: unknown, ownName: string, credentials: Fields): Problem | undefined {
  if (typeof name !== 'string') return undefined;
  if (name === ownName) return { path: PATH, rule: 'must be another credential: this one is what is asked about' };
  const unknown = credentialNameProblem(name, credentials, PATH);
  if (unknown !== undefined) return unknown;
  const asking = credentials[name];
  if (!isRecord(asking) || !CREDENTIAL_KINDS.some((known) => known === asking.kind)) return undefined;
  if (ASKING_KINDS.includes(asking.kind)) return undefined;
  return {
    path: PATH,
    rule: 'must be a credential of kind "bearer", "basic" or "api-key": it is sent as it is stored',
  };
}
