/**
 * Works on items, several at the same time. After the first error, it takes no further item, and throws once all begun work has ended.
 *
 * @param most number of items at the same time, asked before each item
 * @param work returns false to take no further item
 */
export async function pool<T>(
  items: Iterable<T> | AsyncIterable<T>,
  most: () => number | Promise<number>,
  work: (item: T) => Promise<boolean>,
): Promise<boolean> {
  const running = new Set<Promise<void>>();
  let goesOn = true;
  const errors: unknown[] = [];
  for await (const item of items) {
    while (goesOn && running.size >= Math.max(1, await most())) {
      await Promise.race(running);
    }
    if (!goesOn) {
      break;
    }
    const one = work(item).then(
      more => {
        goesOn &&= more;
      },
      (error: unknown) => {
        errors.push(error);
        goesOn = false;
      },
    ).finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  if (errors.length > 0) {
    throw errors[0];
  }
  return goesOn;
}
