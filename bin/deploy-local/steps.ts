/** Does one step of several, and shows on standard error what is being done, how far it is and how long it took. */
export async function step<Result>(
  doing: string,
  work: (detail: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  const { stderr } = process;
  const onTerminal = stderr.isTTY;
  if (onTerminal) stderr.write(`… ${doing}`);
  const result = await work((text) => {
    if (onTerminal) stderr.write(`\r\u001b[2K… ${doing} ${text}`);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  stderr.write(`${onTerminal ? '\r\u001b[2K' : ''}✓ ${doing} (${seconds} s)\n`);
  return result;
}
