/** Whether the text is what Python's `http.client` prints at `debuglevel = 1`, and so `requests` and `urllib3`. */
export function isPythonDebug(text: string): boolean {
  return /^reply: '/m.test(text);
}

/** Turns `send:`, `reply:` and `header:` into plain messages. */
export function withoutPythonDebug(text: string): string {
  const lines: string[] = [];
  let inHead = false;
  for (const line of text.split('\n')) {
    const [, kind = '', said = line] = /^(send|reply|header): (.*)$/.exec(line) ?? [];
    if (inHead && kind !== 'header') lines.push('');
    inHead = kind === 'reply' || kind === 'header';
    if (kind === 'header') lines.push(said);
    else if (kind === '') lines.push(line);
    else lines.push(...unquoted(said).split('\n'));
    if (kind === 'reply') lines.pop(); // the line break of its literal: fields follow
  }
  return lines.join('\n');
}

/** What a Python literal such as `b'GET / HTTP/1.1\r\n'` stands for. */
function unquoted(literal: string): string {
  return literal
    .replace(/^b?(['"])([\s\S]*)\1$/, '$2')
    .replace(/\\r/g, '')
    .replace(/\\n/g, '\n')
    .replace(/\\(['"\\])/g, '$1');
}
