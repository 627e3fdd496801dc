import type { CredentialConfig } from '../../config/types.ts';
import type { ObservedResponse } from '../../request/observation.ts';
import type { GrantProvider } from '../provider.ts';
import { type GrantReading, quoted } from '../reading.ts';

/**
 * AWS: STS tells whose keys signed the question, which takes no permission. Keys do not tell when they end, nor what
 * they may do.
 *
 * Only a credential that signs is asked about: whatever else is used at AWS's hosts, where customers' own APIs live
 * too, is none of STS's business. Nor are keys for S3 at somebody else's host: they are that host's.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const aws: GrantProvider = {
  name: 'aws',
  kind: 'aws-sigv4',
  answersAt: (host) => host.endsWith('.amazonaws.com') && partitionOf(host.split('.')) === 'aws',
  home: 'https://sts.amazonaws.com',
  baseOf: stsOf,
  questions: ({ base }) => [
    {
      method: 'POST',
      url: `${base}/`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      signedFor: { service: 'sts', region: regionOf(base) },
      read: identityIn,
    },
  ],
  // For five seconds after a call with the same key id and another secret, STS calls a good signature wrong.
  // https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/aws
  askEveryMs: 10_000,
  implies: () => [],
};

/**
 * The STS of each partition whose keys are its own. The global endpoint takes the keys of every region of its partition,
 * also of regions that an account has not enabled.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
 */
const STS = {
  aws: 'https://sts.amazonaws.com',
  'aws-cn': 'https://sts.cn-north-1.amazonaws.com.cn',
  'aws-us-gov': 'https://sts.us-gov-west-1.amazonaws.com',
} as const;

/** The partition that a list of names, of which one may be a region, belongs to. */
function partitionOf(names: readonly string[]): keyof typeof STS | undefined {
  if (names.some((name) => /^(?:us-iso|eu-iso|eusc-)/.test(name))) return undefined;
  if (names.some((name) => name.startsWith('cn-'))) return 'aws-cn';
  return names.some((name) => name.startsWith('us-gov-')) ? 'aws-us-gov' : 'aws';
}

function stsOf({ hostname }: URL, credential: CredentialConfig): string | undefined {
  if (credential.kind !== 'aws-sigv4') return undefined;
  const isAws = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|on\.aws|api\.aws)$/.test(hostname);
  // A host of one's own stands before API Gateway and its kind. S3 is imitated, and a bare address is a test's.
  if (!isAws && (credential.service.startsWith('s3') || isPrivate(hostname))) return undefined;
  const partition = partitionOf([credential.region]);
  return partition && STS[partition];
}

function isPrivate(hostname: string): boolean {
  return !hostname.includes('.') || /^[\d.]+$|\]$|\.(?:localhost|local|internal|test)$/.test(hostname);
}

/** The global endpoint takes signatures for the region where it began. */
function regionOf(base: string): string {
  return /^https:\/\/sts\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/.exec(base)?.[1] ?? 'us-east-1';
}

/** With the account and the user, or the role and the name of its session. */
const ARN = /^arn:[\w-]{1,20}:(?:iam|sts)::\d{12}:[!-~]{1,2000}$/;

function identityIn({ status, body }: ObservedResponse): GrantReading {
  const isAnswer = status === 200 && body.includes('<GetCallerIdentityResult>');
  const arn = isAnswer ? /<Arn>([^<]{1,2048})<\/Arn>/.exec(body)?.[1] : undefined;
  if (arn === undefined || !ARN.test(arn)) return { source: 'reported' };
  const evidence = { where: 'STS GetCallerIdentity', what: quoted(arn) };
  return { source: 'reported', life: { value: 'alive', evidence }, identity: { value: quoted(arn), evidence } };
}
