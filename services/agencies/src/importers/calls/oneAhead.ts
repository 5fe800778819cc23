/** Yields what another yields, and has it make the next one while the last is being used. */
export async function* oneAhead<T>(items: AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  const ask = (): Promise<IteratorResult<T, void>> => {
    const asked = items.next();
    // Where it fails, it does so when its turn comes.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = ask();
      yield item.value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return();
  }
}
