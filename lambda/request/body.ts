import { pipeline, type Readable, type Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { escapeInvisible } from '../redaction/invisible.ts';

/** What is kept of a body, after decompression. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** As much of a body as came within the bounds. */
export interface ReadBody {
  readonly bytes: Buffer;
  /** The body has more than the bytes. */
  readonly truncated: boolean;
  /** Its encoding is broken or unknown: which, for people. */
  readonly problem?: string;
  /** The connection ended before the body did: with what. */
  readonly cutOffBy?: unknown;
}

/**
 * Reads a body through its content encodings, up to `MAX_BODY_BYTES` of what they expand to. Whatever happens, it
 * gives what came until then; memory stays bounded by what is kept and one chunk, also for a compression bomb.
 */
export async function readBody(source: Readable, contentEncoding: string | undefined): Promise<ReadBody> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const applied = encodings.filter((name) => name !== '' && name !== 'identity').reverse();
  const unknown = applied.find((name) => !Object.hasOwn(DECODERS, name));
  if (unknown !== undefined || applied.length > MAX_ENCODINGS) {
    source.destroy();
    const problem =
      unknown === undefined
        ? `${applied.length} content encodings, at most 2 are undone`
        : `unknown content encoding ${escapeInvisible(JSON.stringify(unknown.slice(0, 40)))}`;
    return { bytes: Buffer.alloc(0), truncated: true, problem };
  }
  let cutOffBy: unknown;
  async function* received(): AsyncGenerator<Buffer> {
    try {
      yield* source;
    } catch (error) {
      cutOffBy = error; // not the decoder's fault
      throw error;
    }
  }
  const decoded = applied.reduce<AsyncIterable<Buffer>>(decode, received());
  const { bytes, more, error } = await collect(decoded);
  if (cutOffBy !== undefined) return { bytes, truncated: true, cutOffBy };
  if (error === undefined) return { bytes, truncated: more };
  const reason = error instanceof Error ? error.message : String(error);
  return { bytes, truncated: true, problem: `content encoding ${applied.join(', ')} is broken: ${reason}` };
}

/** A server that stacks encodings has nothing to gain but our time. */
const MAX_ENCODINGS = 2;

/** The window that HTTP allows: a larger one would cost us memory at the sender's wish. */
const ZSTD_WINDOW_LOG = 23; // @see https://www.rfc-editor.org/rfc/rfc9659

const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  // Servers disagree on whether `deflate` has a zlib header, which always ends in an 8.
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
};

async function* decode(source: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return; // no body has no header to miss
  const decoder = DECODERS[encoding]?.(first.value[0] ?? 0);
  if (decoder === undefined) return;
  async function* all() {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  yield* pipeline(all, decoder, () => {});
}

async function collect(source: AsyncIterable<Buffer>): Promise<{ bytes: Buffer; more: boolean; error?: unknown }> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk.subarray(0, MAX_BODY_BYTES - length));
      length += chunk.length;
      if (length > MAX_BODY_BYTES) break;
    }
  } catch (error) {
    return { bytes: Buffer.concat(chunks), more: false, error };
  }
  return { bytes: Buffer.concat(chunks), more: length > MAX_BODY_BYTES };
}

/** The text of a body: by its byte order mark, else by the charset of its `content-type`, else UTF-8. Never fails. */
export function decodeText(bytes: Buffer, contentType: string | undefined): string {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  // A character that was cut in two is left out.
  return decoderOf(byteOrderMark(bytes) ?? charset ?? 'utf-8').decode(bytes, { stream: true });
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function byteOrderMark([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}
