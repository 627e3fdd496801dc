import type { AwsKeySource } from '../../lambda/credentials/aws-keys.ts';

/** AWS keys as the command line finds them: with the caller's own profile. AWS's client is loaded when it is needed. */
export function commandLineAwsKeys(monitor: string): AwsKeySource {
  let source: Promise<AwsKeySource> | undefined;
  return async (role, refusedAt) => {
    source ??= import('../../lambda/aws/own-keys.ts').then(({ ownKeys }) => ownKeys(monitor));
    return (await source)(role, refusedAt).catch((error: unknown) => ({
      problem: `AWS could not be asked for keys (${error instanceof Error ? error.message : error})`,
      at: 'token',
    }));
  };
}
