import type { Refusal } from '../../../lambda/diagnosis/diagnosis.ts';

const WORD = /'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+)/g;

/** The request of a `curl …` command line that was pasted along with its output; `undefined` when there is none. */
export function parseCurlCommand(text: string): Refusal['request'] | undefined {
  const command = /^(?:[$#>%] )?curl (.{1,8000})$/m.exec(text.slice(0, 16_384).replace(/\\\n\s*/g, ' '))?.[1];
  if (command === undefined) return undefined;
  const words = [...command.matchAll(WORD)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  let method = 'GET';
  let url = '';
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? '';
    if (word === '-X' || word === '--request') method = next;
    else if (word === '-H' || word === '--header')
      headers[next.slice(0, next.indexOf(':')).trim().toLowerCase()] = next.slice(next.indexOf(':') + 1).trim();
    else if (word === '-u' || word === '--user') headers.authorization = basic(next);
    else if (/^-u./.test(word)) headers.authorization = basic(word.slice(2));
    else if (word === '-U' || word === '--proxy-user') headers['proxy-authorization'] = basic(next);
    else if (word === '--oauth2-bearer') headers.authorization = `Bearer ${next}`;
    else if (word === '-b' || word === '--cookie') headers.cookie = next;
    else if (/^https?:\/\//.test(word) && !/^(?:-H|--header|-e|--referer|-x|--proxy)$/.test(words[index - 1] ?? ''))
      url = word;
  }
  return { method, url, headers };
}

/** As curl sends `user:password`. */
function basic(login: string): string {
  return `Basic ${Buffer.from(login).toString('base64')}`;
}
