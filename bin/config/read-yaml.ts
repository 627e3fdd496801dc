import { LineCounter, parseDocument } from 'yaml';
import { ConfigError } from '../../lambda/config/config-error.ts';

/** Uses of anchors: ten for each of the probes that there may be. An alias bomb multiplies to more. */
const MAX_ALIASES = 100_000;

/** The value of a YAML 1.2 text, merge keys included; `file` is for the message. Throws `ConfigError` with the place. */
export function readYaml(text: string, file: string): unknown {
  const problem = yamlProblem(text);
  if (problem !== undefined) throw new ConfigError([`${file}${problem.place}: not valid YAML: ${problem.reason}`]);
  try {
    return parse(text).document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new ConfigError([`${file}: its aliases repeat too much, or name an anchor that does not exist`], { cause });
  }
}

/** The first mistake of a YAML text, without a quotation from it: somebody may have pasted a secret there. */
export function yamlProblem(text: string): { readonly place: string; readonly reason: string } | undefined {
  const { document, lines } = parse(text);
  const [error] = document.errors;
  if (error === undefined) return undefined;
  const { line, col } = lines.linePos(error.pos[0]);
  return { place: `:${line}:${col}`, reason: error.message.replace(/: .*$/s, '') };
}

function parse(text: string) {
  const lines = new LineCounter();
  return { lines, document: parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true }) };
}
