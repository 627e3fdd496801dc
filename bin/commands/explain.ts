import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Command } from 'commander';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import type { Refusal } from '../../lambda/diagnosis/diagnosis.ts';
import { refusalOf } from '../../lambda/diagnosis/is-refusal.ts';
import { credentialsInText } from '../explain/credentials.ts';
import { explainNdjson } from '../explain/ndjson.ts';
import { ExplainInputError, parseExchange } from '../explain/parse.ts';
import { renderDiagnosis } from '../explain/render.ts';
import { redactorFor, withoutCredentials } from '../explain/safe.ts';
import { styleFor } from '../terminal/style.ts';
import { UsageError } from './usage-error.ts';

/** More than any response that a person pastes; a HAR of a long session may be this large. */
const MAX_INPUT_BYTES = 64 * 1024 * 1024;

interface Options {
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/**
 * `scopewatch explain`: diagnoses a response that was pasted or recorded. It succeeds when it could read the input,
 * whatever the diagnosis: to explain is what it was asked.
 */
export function explainCommand(): Command {
  return new Command('explain')
    .description('say why a response is a refusal: from curl -i or -v, a HAR, raw HTTP or JSON')
    .argument('[file]', 'where it is; - for standard input', '-')
    .option('--json', 'a JSON array of diagnoses')
    .option('--ndjson', 'one exchange a line in, one diagnosis a line out')
    .action(async (file: string, options: Options) => {
      const input = await openInput(file);
      if (options.ndjson) await explainLines(input);
      else explainWhole(await readAll(input), options.json === true);
    });
}

async function openInput(file: string): Promise<Readable> {
  if (file === '-') {
    if (process.stdin.isTTY)
      console.error('Paste a response, then press Ctrl-D (or pipe one in: curl -i … | scopewatch explain)');
    return process.stdin;
  }
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch {
    throw new UsageError(`${file} cannot be read: name a file with a recorded response, or - for standard input`);
  }
  throw new UsageError(`${file} is a folder: name the file in it that holds a recorded response`);
}

async function readAll(input: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > MAX_INPUT_BYTES)
      throw new UsageError(`the input is longer than ${MAX_INPUT_BYTES} bytes: cut it to the refused exchange`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function explainLines(input: Readable): Promise<void> {
  let unreadable = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const explained = explainNdjson(line);
    if ('error' in JSON.parse(explained)) unreadable += 1;
    process.stdout.write(`${explained}\n`);
  }
  if (unreadable > 0) throw new UsageError(`${unreadable} of the lines are no exchanges: see "error" in their answers`);
}

function explainWhole(text: string, json: boolean): void {
  const inText = credentialsInText(text);
  const explained = exchangesOf(text).map((refusal) => ({
    refusal,
    diagnosis: diagnose(refusal),
    redact: redactorFor(refusal.request, inText),
  }));
  if (json) {
    console.log(JSON.stringify(explained.map(({ diagnosis, redact }) => withoutCredentials(diagnosis, redact))));
    return;
  }
  const options = { style: styleFor(process.stdout), width: Math.min(process.stdout.columns ?? 80, 100) };
  console.log(
    explained
      .map(
        ({ refusal, diagnosis, redact }) =>
          noRefusal(refusal) ?? renderDiagnosis(refusal, diagnosis, { ...options, redact }),
      )
      .join('\n\n'),
  );
}

/** What is said of an answer that is none, because a diagnosis of it would be made up. */
function noRefusal(refusal: Refusal): string | undefined {
  const { status } = refusal.response;
  if (status >= 400 && status < 500) return undefined;
  if (refusalOf(refusal) !== undefined) return undefined;
  const why = status >= 500 ? 'a fault of the server' : status >= 300 ? 'a redirect' : 'what was asked for';
  return `The answer is ${status}, ${why}: nothing in it is a refusal.`;
}

function exchangesOf(text: string) {
  try {
    return parseExchange(text);
  } catch (error) {
    if (error instanceof ExplainInputError) throw new UsageError(error.message);
    throw error;
  }
}
