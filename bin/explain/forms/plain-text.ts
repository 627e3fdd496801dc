import { stripVTControlCharacters } from 'node:util';
import { gunzipSync } from 'node:zlib';

/** More of a compressed body than a diagnosis reads. */
const MAX_UNPACKED_BYTES = 1024 * 1024;

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** The text of what was pasted or recorded: UTF-8, or UTF-16 as PowerShell writes it, with a gzip body unpacked. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  const packed = bytes.indexOf(GZIP_MAGIC);
  return packed === -1 ? bytes.toString('utf8') : bytes.toString('utf8', 0, packed) + unpacked(bytes.subarray(packed));
}

/** What cannot be unpacked stays as it is. */
function unpacked(bytes: Buffer): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }).toString('utf8');
  } catch {
    return bytes.toString('utf8');
  }
}

/** The twelve columns of curl's progress meter, which overwrites itself and shares its line with what comes next. */
const PROGRESS =
  /(^|[\r\n]) {0,2}\d{1,3} +[\d.]+[kMGTP]? +\d{1,3} +[\d.]+[kMGTP]? +\d{1,3} +[\d.]+[kMGTP]?(?: +[\d.]+[kMGTP]?){2}(?: +[\d:-]{7,8}| +\d+d \d\dh){3} +[\d.]+[kMGTP]?/g;
const PROGRESS_HEAD = /^ +% Total +% Received[^\n]*\n +Dload +Upload[^\n]*\n/gm;

/** Text without what a terminal or its program put around the messages: colours, progress, a code fence. */
export function plain(text: string): string {
  let rest = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  if (rest.includes('\u001b')) rest = stripVTControlCharacters(rest);
  if (rest.includes('% Total'))
    rest = rest
      .replace(PROGRESS_HEAD, '')
      .replace(PROGRESS, '$1')
      .replace(/\r+\n?/g, '\n');
  return rest.replace(/^(?:```|~~~)[\w-]*\n/, '').replace(/\n(?:```|~~~)\s*$/, '\n');
}
