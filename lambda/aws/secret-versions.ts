import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParametersCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { parseSecretRef } from '../config/secret-ref.ts';
import type { Log, SecretVersions } from '../ports.ts';

/**
 * Enough for 1,000 secrets within seconds, and next to nothing of the 40,000 calls a second that there may be.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
const SECRETS_AT_ONCE = 10;
/** GetParameters takes 10 names. @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
const PARAMETERS_A_CALL = 10;
/** What could not be asked by then, milliseconds, is left out: the next look asks again. */
const ASK_WITHIN_MS = 20_000;
/** Names of secrets in one line of the log. */
const NAMES_LOGGED = 20;

/**
 * Versions of secrets and parameters, never their values: DescribeSecret has none, and the ciphertext that
 * GetParameters gives without decryption goes no further.
 *
 * Secrets Manager bills $0.05 for 10,000 calls: a secret that is looked at every minute makes 43,800 a month, $0.22;
 * every five minutes, $0.04. GetParameters is free at the throughput that an account begins with.
 *
 * @see https://aws.amazon.com/secrets-manager/pricing/
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function awsSecretVersions(
  secretsManager: SecretsManagerClient,
  ssm: SSMClient,
  log: Log,
  askWithinMs = ASK_WITHIN_MS,
): SecretVersions {
  return {
    async current(secrets) {
      const options = { abortSignal: AbortSignal.timeout(askWithinMs) };
      const found = new Map<string, string>();
      const silent: string[] = [];
      let reason: unknown;
      const ask = async (some: readonly string[], versionsOf: () => Promise<Versions>) => {
        try {
          for (const [secret, version] of await versionsOf()) found.set(secret, version);
        } catch (error) {
          silent.push(...some);
          reason ??= error;
        }
      };

      const { ids, parameters } = byStore(secrets);
      const describing = eachAtMost(SECRETS_AT_ONCE, ids, (one) =>
        ask([one.secret], () => secretVersion(secretsManager, one, options)),
      );
      // One after the other: all callers of an account share 40 calls a second, and this one has time.
      const getting = eachAtMost(1, chunks(parameters, PARAMETERS_A_CALL), (some) =>
        ask(
          some.map(({ secret }) => secret),
          () => parameterVersions(ssm, some, options),
        ),
      );
      await Promise.all([describing, getting]);
      if (silent.length > 0) {
        const fields = { count: silent.length, secrets: silent.slice(0, NAMES_LOGGED), error: reason };
        log('warn', 'versions of secrets could not be read', fields);
      }
      return found;
    },

    async nextRotation(secret) {
      const ref = parseSecretRef(secret);
      if (ref.store === 'ssm') return undefined;
      try {
        const { NextRotationDate } = await secretsManager.send(new DescribeSecretCommand({ SecretId: ref.id }));
        return NextRotationDate?.getTime();
      } catch (error) {
        log('warn', 'the next rotation of a secret could not be read', { secret, error });
        return undefined;
      }
    },
  };
}

/** Of references that could be asked about. */
type Versions = ReadonlyMap<string, string>;
type Options = { readonly abortSignal: AbortSignal };

/** A reference and what its store calls it. */
interface Named {
  readonly secret: string;
  readonly name: string;
}

function byStore(secrets: readonly string[]): {
  readonly ids: readonly Named[];
  readonly parameters: readonly Named[];
} {
  const ids: Named[] = [];
  const parameters: Named[] = [];
  for (const secret of secrets) {
    const ref = parseSecretRef(secret);
    if (ref.store === 'ssm') parameters.push({ secret, name: ref.name });
    else ids.push({ secret, name: ref.id });
  }
  return { ids, parameters };
}

async function secretVersion(
  client: SecretsManagerClient,
  { secret, name }: Named,
  options: Options,
): Promise<Versions> {
  const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: name }), options);
  const [version] = Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT')) ?? [];
  return new Map(version === undefined ? [] : [[secret, version]]);
}

/** A parameter that does not exist is left out without an error. */
async function parameterVersions(client: SSMClient, some: readonly Named[], options: Options): Promise<Versions> {
  const Names = some.map(({ name }) => name);
  const { Parameters = [] } = await client.send(new GetParametersCommand({ Names }), options);
  const versions = new Map(Parameters.map(({ Name, Version }) => [Name, Version]));
  return new Map(
    some.flatMap(({ secret, name }) => {
      const version = versions.get(name);
      return version === undefined ? [] : [[secret, String(version)] as const];
    }),
  );
}

async function eachAtMost<Item>(
  limit: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
