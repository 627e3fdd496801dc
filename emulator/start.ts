import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installEmulator } from './install.ts';

const REGION = 'eu-central-1';
/** An access key of twelve digits is the account that the caller is in. */
const ACCOUNT = '111122223333';

/** Generous: it answers within half a second on an idle machine. */
const START_TIMEOUT_MS = 30_000;

/**
 * The emulator checks permissions by a setting that it reads at every call: a signal switches it on. To send a batch,
 * it asks for a permission that AWS does not have; to get several parameters, for one on all that there are, where AWS
 * asks for one on each: here the first stands for them.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-retrieval-authorization.html
 */
const LAUNCHER = `
import json
import signal
import ministack.app as app
import ministack.core.iam_actions as permissions

signal.signal(signal.SIGUSR1, lambda *_: setattr(app, 'AUTH', True))

permission_of = permissions.extract_iam_action
def as_in_aws(*args, **named):
    permission = permission_of(*args, **named)
    return 'sqs:SendMessage' if permission == 'sqs:SendMessageBatch' else permission
permissions.extract_iam_action = as_in_aws

resource_of = permissions.extract_resource_arn
def of_first_parameter(service, method, path, headers, body, *more):
    names = json.loads(body or '{}').get('Names') if service == 'ssm' else None
    named = json.dumps({'Name': names[0]}).encode() if names else body
    return resource_of(service, method, path, headers, named, *more)
permissions.extract_resource_arn = of_first_parameter

app.main()
`;

/** How to talk to an emulator that runs. */
export interface EmulatorAccess {
  /** Of all services. */
  readonly endpoint: string;
  readonly account: string;
  readonly region: string;
  /** Makes AWS clients, the AWS CLI and the CDK CLI talk to it and to nothing else. */
  readonly env: Readonly<Record<string, string>>;
  /** For what its users write; goes when it goes. */
  readonly directory: string;
}

/** AWS on this machine. `await using` stops it and deletes everything that it kept. */
export interface Emulator extends AsyncDisposable {
  readonly access: EmulatorAccess;
  /**
   * From now on a caller may do what its role allows and nothing else. Not from the start: the emulator would refuse
   * the CDK's own roles.
   */
  enforcePermissions(): Promise<void>;
  /** What it logged, for finding out what went wrong. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts the emulator on a free port of loopback, and installs it first where that is needed.
 *
 * @param report hears what is being done
 */
export async function startEmulator(report: (message: string) => void): Promise<Emulator> {
  const python = await installEmulator(report);
  const directory = mkdtempSync(join(tmpdir(), 'scopewatch-emulator-'));
  const port = await freePort();
  const logFile = join(directory, 'emulator.log');
  const output = openSync(logFile, 'a');
  const child = spawn(python, ['-c', LAUNCHER], {
    env: serverEnv(directory, port),
    cwd: directory,
    stdio: ['ignore', output, output],
  });
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);

  const endpoint = `http://127.0.0.1:${port}`;
  const log = () => readFileSync(logFile, 'utf8');
  const stop = async () => {
    process.off('exit', killAtExit);
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await ready(endpoint, child);
  } catch (error) {
    const last = log().trim().split('\n').slice(-5).join('\n');
    await stop();
    throw new Error(`the AWS emulator does not start:\n${last}`, { cause: error });
  }
  const env = clientEnv(endpoint, directory);
  const access = { endpoint, account: ACCOUNT, region: REGION, env, directory };
  const enforcePermissions = async () => {
    child.kill('SIGUSR1');
    while ((await health(endpoint))?.auth !== 'enabled') await sleep(50);
  };
  return { access, enforcePermissions, log, stop, [Symbol.asyncDispose]: stop };
}

function serverEnv(directory: string, port: number): NodeJS.ProcessEnv {
  return {
    ...ownEnv(),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    TMPDIR: directory,
    S3_DATA_DIR: join(directory, 's3'),
    STATE_DIR: join(directory, 'state'),
    NODE_NO_WARNINGS: '1',
    LOG_LEVEL: 'INFO',
  };
}

function clientEnv(endpoint: string, directory: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    // The CDK CLI remembers there which account an access key belongs to.
    CDK_HOME: join(directory, 'cdk-home'),
  };
}

/** The process's environment as a child that talks to the emulator should have it. */
export function environmentOf(emulator: EmulatorAccess): NodeJS.ProcessEnv {
  return { ...ownEnv(), ...emulator.env };
}

/**
 * This process's environment, without its AWS settings, and with its own `node` before all others: the CDK app and
 * the emulator's Lambda functions run on the first one of the path.
 */
function ownEnv(): NodeJS.ProcessEnv {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name))), PATH };
}

async function ready(endpoint: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    if (await health(endpoint)) return;
    await sleep(50);
  }
  throw new Error(`no answer within ${START_TIMEOUT_MS} ms`);
}

async function health(endpoint: string): Promise<{ readonly auth?: string } | undefined> {
  const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { auth?: string }) : undefined;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killer);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  server.close();
  await once(server, 'close');
  return address.port;
}
