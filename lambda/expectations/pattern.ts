import { RE2JS } from 're2js';

/** Whether an RE2 pattern matches anywhere in the text, in time linear in it. The schema has seen that it compiles. */
export function matches(pattern: string, text: string): boolean {
  return RE2JS.compile(pattern).test(text);
}
