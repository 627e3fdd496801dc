/**
 * What a body in chunks says, which is how it goes over the wire and how a proxy or a packet dump shows it; `undefined`
 * when the text is no such body.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1
 */
export function withoutChunks(text: string): string | undefined {
  if (!/^[\da-f]{1,8}(?:;[^\n]*)?\n/i.test(text)) return undefined;
  let rest = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (;;) {
    const end = rest.indexOf('\n');
    const size = Number.parseInt(rest.toString('latin1', 0, end === -1 ? rest.length : Math.min(end, 16)), 16);
    if (Number.isNaN(size)) return undefined;
    if (size === 0 || end === -1) return Buffer.concat(chunks).toString();
    chunks.push(rest.subarray(end + 1, end + 1 + size));
    rest = rest.subarray(end + 1 + size);
    while (rest[0] === 0x0a) rest = rest.subarray(1);
    if (rest.length === 0) return Buffer.concat(chunks).toString();
  }
}
