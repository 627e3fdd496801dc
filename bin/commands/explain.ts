import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Command } from 'commander';
import { explainText } from '../explain/explained.ts';
import { textOf } from '../explain/forms/plain-text.ts';
import { ExplainInputError } from '../explain/input.ts';
import { linesOf } from '../explain/lines.ts';
import { type Answer, answerTo } from '../explain/ndjson.ts';
import { report } from '../explain/report.ts';
import { styleFor } from '../terminal/style.ts';
import { UsageError } from './usage-error.ts';

/** More than any response that a person pastes; a HAR of a long session may be this large. */
const MAX_INPUT_BYTES = 128 * 1024 * 1024;
/** More than any exchange that a log keeps on one line. */
const MAX_LINE_BYTES = 32 * 1024 * 1024;
/** Longer lines are hard to follow. */
const MAX_COLUMNS = 100;

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
    .description(
      'say why a response is a refusal: from curl -i or -v, httpie, a HAR, raw HTTP, JSON or an error message',
    )
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
  return textOf(Buffer.concat(chunks));
}

async function explainLines(input: Readable): Promise<void> {
  const unreadable: number[] = [];
  let count = 0;
  for await (const line of linesOf(input, MAX_LINE_BYTES)) {
    count += 1;
    const answer: Answer =
      line === undefined ? { id: null, error: `the line is longer than ${MAX_LINE_BYTES} bytes` } : answerTo(line);
    if ('error' in answer && line?.trim() !== '') unreadable.push(count);
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
  }
  if (unreadable.length === 0) return;
  const [first] = unreadable;
  throw new UsageError(
    unreadable.length === 1
      ? `line ${first} of ${count} is no exchange: see "error" in its answer`
      : `${unreadable.length} of ${count} lines are no exchanges, the first is line ${first}: see "error" in their answers`,
  );
}

function explainWhole(text: string, json: boolean): void {
  const { explained, notes } = readable(() => explainText(text));
  if (json) {
    for (const note of notes) console.error(note);
    console.log(JSON.stringify(explained.map(({ diagnosis }) => diagnosis)));
    return;
  }
  const width = Math.min(process.stdout.columns || 80, MAX_COLUMNS);
  console.log(report(explained, notes, { style: styleFor(process.stdout), width }));
}

function readable<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExplainInputError) throw new UsageError(error.message);
    throw error;
  }
}
