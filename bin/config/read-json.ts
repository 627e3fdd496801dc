import { ConfigError } from '../../lambda/config/config-error.ts';
import { yamlProblem } from './read-yaml.ts';

/**
 * The value of a JSON text; `file` is for the message.
 *
 * Throws `ConfigError` with the place of the first mistake, without the text around it: V8 quotes that text, and
 * somebody may have pasted a secret there. For the same reason it has no `cause`.
 */
export function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError([`${file}${placeOf(error, text)}: not valid JSON`]);
  }
}

/** `:line:column` as V8 tells it, else as a YAML parser does, for which most mistakes of JSON are one too. */
function placeOf({ message }: SyntaxError, text: string): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  if (line !== undefined) return `:${line}:${column}`;
  // Of an unexpected token V8 tells the ten characters before it.
  const [, before] = /^Unexpected token .+?, \.\.\."(.{10})/s.exec(message) ?? [];
  const [upTo, ...others] = before === undefined ? [] : text.split(before);
  if (upTo === undefined || others.length !== 1) return yamlProblem(text)?.place ?? '';
  const lines = `${upTo}${before}`.split('\n');
  return `:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
