import { gzipSync } from 'node:zlib';
import { bundle, HANDLER_NAMES } from '../lib/bundle.ts';

/** Prints what each function's code weighs: as it is loaded at a cold start, and as it is fetched. */
for (const handler of HANDLER_NAMES) {
  const code = Buffer.from(bundle(handler));
  console.log(`${handler}\t${kib(code.length)} KiB\t${kib(gzipSync(code).length)} KiB gzipped`);
}

function kib(bytes: number): number {
  return Math.round(bytes / 1024);
}
