import type { Readable } from 'node:stream';

const LINE_FEED = 0x0a;

/**
 * The lines of a stream, without their ends (LF or CRLF); `undefined` for one of more than `maxBytes`, of which no more
 * than that is ever held in memory. What follows the last line feed is a line if it is not empty.
 */
export async function* linesOf(input: Readable, maxBytes: number): AsyncGenerator<string | undefined> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  const take = (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= maxBytes) pieces.push(piece);
    else pieces = [];
  };
  const line = () => {
    const text = bytes > maxBytes ? undefined : Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
    pieces = [];
    bytes = 0;
    return text;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (bytes > 0) yield line();
}
