/** Does something for every item, so many at once, and tells how many are done. Settles like `Promise.allSettled`. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  onDone: (done: number) => void = () => {},
): Promise<readonly PromiseSettledResult<Result>[]> {
  const results: PromiseSettledResult<Result>[] = [];
  const waiting = items.map((item, index) => ({ item, index })).toReversed();
  let done = 0;
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [result] = await Promise.allSettled([work(next.item)]);
      if (result !== undefined) results[next.index] = result;
      onDone(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
