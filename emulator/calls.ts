import type { EmulatorAccess } from './start.ts';

/** Calls a function and waits for its end. Rejects with what it threw. */
export async function invoke(emulator: EmulatorAccess, functionName: string, payload: unknown): Promise<void> {
  const url = `${emulator.endpoint}/2015-03-31/functions/${functionName}/invocations`;
  const headers = { authorization: authorization(emulator, 'lambda') };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) });
  const answer = await response.text();
  if (!response.ok || response.headers.has('x-amz-function-error')) throw new Error(`${functionName}: ${answer}`);
}

/** Everything that the functions of a stack have logged. */
export async function logsOf(emulator: EmulatorAccess, stack: string): Promise<string> {
  const { logGroups } = (await logsCall(emulator, 'DescribeLogGroups', {})) as {
    logGroups: { logGroupName: string }[];
  };
  const groups = logGroups.map(({ logGroupName }) => logGroupName).filter((name) => name.includes(stack));
  const answers = await Promise.all(
    groups.map((logGroupName) => logsCall(emulator, 'FilterLogEvents', { logGroupName })),
  );
  return answers
    .flatMap((answer) => (answer as { events: { message: string }[] }).events.map(({ message }) => message))
    .join('\n');
}

async function logsCall(emulator: EmulatorAccess, action: string, input: unknown): Promise<unknown> {
  const headers = {
    authorization: authorization(emulator, 'logs'),
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `Logs_20140328.${action}`,
  };
  const response = await fetch(emulator.endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
  return response.json();
}

/** The emulator reads account, region and service from it, and does not check the signature. */
function authorization({ account, region }: EmulatorAccess, service: string): string {
  return `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}
