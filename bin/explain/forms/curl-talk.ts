/** Everything that `curl -v` prints beside heads and body. */
const NOISE = /^(?:\* |[{}] \[\d+ bytes data\]$|curl: \(\d+\) )/;
/** A body without a line break at its end shares its line with what curl says next. */
const GLUED =
  /(?:\* {1,3}(?:Connection|Closing connection|shutting down|Found bundle|Re-using|Issue another|Host |Hostname |Trying |Could not|Excess found|Server auth|Mark bundle|upload completely|We are completely|transfer closed|Ignoring the response)[^\n]*|curl: \(\d+\) [^\n]*)$/;
/** Of `--trace-time` and `--trace-ids`. */
const STAMP = /^(?:\d\d:\d\d:\d\d\.\d{6} )?(?:\[[\dx-]{1,12}\] )?(?=[<>*{}] )/;

const SPOKE_TLS = /^\* .*(?:TLS handshake|SSL connection using|\[:scheme: https\]|OPENED stream for https:|schannel: )/;
const NEXT_URL = /Issue another request to this URL: '(https?):/;

/** Whether the text is what `curl -v` prints. */
export function isCurlTalk(text: string): boolean {
  return /^(?:\d\d:\d\d:\d\d\.\d{6} )?(?:\[[\dx-]{1,12}\] )?[<>] (?:HTTP\/\d|[A-Z]{3,10} \S+ HTTP\/\d)/m.test(text);
}

/**
 * Removes `> `, `< ` and the talk of `curl -v`, which leaves plain messages. What the talk tells of TLS stays, as the
 * field `:scheme` of each request: the heads themselves do not say it.
 */
export function withoutCurlTalk(text: string): string {
  let scheme: string | undefined;
  let mark = '';
  const lines: string[] = [];
  for (const stamped of text.split('\n')) {
    const line = stamped.replace(STAMP, '');
    scheme = schemeAfter(line, scheme);
    if (mark === '') mark = markOf(line);
    if (mark !== '' && line.startsWith(mark)) {
      const said = line.slice(2);
      lines.push(said);
      if (mark === '>' && scheme !== undefined && markOf(line) !== '') lines.push(`:scheme: ${scheme}`);
      if (said.trim() === '') mark = '';
      continue;
    }
    if (NOISE.test(line)) continue;
    mark = '';
    lines.push(line.replace(GLUED, ''));
  }
  return lines.join('\n');
}

/** The mark of a head that starts in this line. */
function markOf(line: string): string {
  if (/^< HTTP\/\d/.test(line)) return '<';
  return /^> [A-Z]{3,10} \S+ HTTP\/\d/.test(line) ? '>' : '';
}

function schemeAfter(line: string, before: string | undefined): string | undefined {
  if (!line.includes('* ')) return before;
  if (/^\* Connected to /.test(line)) return / port 443\b/.test(line) ? 'https' : 'http';
  return NEXT_URL.exec(line)?.[1] ?? (SPOKE_TLS.test(line) ? 'https' : before);
}
