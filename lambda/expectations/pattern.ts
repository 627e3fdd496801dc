import { RE2JS } from 're2js';

/** Whether a text contains what the pattern matches. */
export type Matcher = (text: string) => boolean;

/** Compiles an RE2 pattern, once for all texts; each takes time linear in it. The schema has seen that it compiles. */
export function matcher(pattern: string): Matcher {
  const compiled = RE2JS.compile(pattern);
  return (text) => compiled.test(text);
}
