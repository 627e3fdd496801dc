import type { Cause } from '../causes.ts';
import type { Confidence, Evidence } from '../diagnosis.ts';
import { codeEvidence, type Finding, headerEvidence, type Rule } from '../finding.ts';
import { at } from '../reading/json.ts';
import type { Reading } from '../reading.ts';

/**
 * What a gRPC status means where nothing beside it says more: as a header of gRPC itself, as the number that gateways
 * put into JSON. `RESOURCE_EXHAUSTED` stands for limits of every length.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md (`grpc-status`)
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
const STATUSES: Readonly<Record<string, readonly [Cause, Confidence]>> = {
  '7': ['permission-denied', 'likely'],
  '8': ['rate-limited', 'possible'],
  '16': ['credential-invalid', 'likely'],
};

export const grpcStatus: Rule = (reading): Finding | undefined => {
  const { number, evidence } = inField(reading) ?? inJson(reading) ?? {};
  const meaning = number === undefined || !Object.hasOwn(STATUSES, number) ? undefined : STATUSES[number];
  if (meaning === undefined || evidence === undefined) return undefined;
  const [cause, confidence] = meaning;
  const isMissing = cause === 'credential-invalid' && reading.credential.sent === false;
  return { cause: isMissing ? 'credential-missing' : cause, confidence, evidence: [evidence] };
};

interface Status {
  readonly number: string;
  readonly evidence: Evidence;
}

function inField({ fields }: Reading): Status | undefined {
  const number = fields.get('grpc-status');
  return number === undefined ? undefined : { number, evidence: headerEvidence('grpc-status', number) };
}

/** Only beside `details`, as `google.rpc.Status` has it: a lone number under `code` may be anybody's. */
function inJson({ json, codes }: Reading): Status | undefined {
  if (!Array.isArray(at(json, 'details'))) return undefined;
  const code = codes.find(({ path }) => path === 'code');
  return code && { number: code.value, evidence: codeEvidence(code) };
}
