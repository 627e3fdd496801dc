/** A line that counts up, on a terminal only; scripts and logs see nothing. */
export function progressOn(stream: NodeJS.WriteStream, doing: string, total: number) {
  const show = (done: number) => {
    if (stream.isTTY) stream.write(`\r\u001b[2K${doing} ${done}/${total}…`);
  };
  show(0);
  return {
    done: show,
    clear: () => {
      if (stream.isTTY) stream.write('\r\u001b[2K');
    },
  };
}
