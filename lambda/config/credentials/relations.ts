import { type Fields, isRecord } from '../plain.ts';
import type { Problem } from '../problem.ts';
import { awsProblems } from './aws-relations.ts';
import { endpointProblems } from './endpoint-relations.ts';
import { introspectionProblems } from './introspection-relations.ts';
import { reservedNameProblems } from './reserved-relations.ts';
import { rotationProblems, sharedSecretProblems } from './rotation-relations.ts';

/** What has to hold between the fields of each credential, and between credentials. */
export function credentialRelationProblems(
  credentials: Fields,
  allowPrivateNetworkForAll: boolean,
): readonly Problem[] {
  const own = Object.entries(credentials).flatMap(([name, credential]): readonly Problem[] => {
    if (!isRecord(credential)) return [];
    return [
      ...endpointProblems(credential, allowPrivateNetworkForAll),
      ...introspectionProblems(credential, name, credentials),
      ...reservedNameProblems(credential),
      ...rotationProblems(credential),
      ...awsProblems(credential),
    ].map((problem) => ({ ...problem, path: ['credentials', name, ...problem.path] }));
  });
  return [...own, ...sharedSecretProblems(credentials)];
}
