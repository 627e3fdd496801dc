import type { Fields } from '../plain.ts';
import type { Problem } from '../problem.ts';

/** What is wrong with whose keys sign. */
export function awsProblems({ kind, secret, roleArn, externalId, kmsKey }: Fields): readonly Problem[] {
  if (kind !== 'aws-sigv4') return [];
  return [
    ...(secret !== undefined && roleArn !== undefined
      ? [
          {
            path: ['roleArn'],
            rule: 'must not be set together with "secret": the monitor assumes it with its own role',
          },
        ]
      : []),
    ...(externalId !== undefined && roleArn === undefined
      ? [{ path: ['externalId'], rule: 'must not be set without "roleArn": it is for assuming a role' }]
      : []),
    ...(kmsKey !== undefined && secret === undefined
      ? [{ path: ['kmsKey'], rule: 'must not be set without "secret": there is nothing to decrypt' }]
      : []),
  ];
}
