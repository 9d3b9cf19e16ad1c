/** What a call has, for the calls within it. Only for functions that do not wait: those of the page do not. */
export class AsyncLocalStorage<T> {
  private store: T | undefined;

  run<Args extends unknown[], Result>(store: T, call: (...args: Args) => Result, ...args: Args): Result {
    const outer = this.store;
    this.store = store;
    try {
      return call(...args);
    } finally {
      this.store = outer;
    }
  }

  getStore(): T | undefined {
    return this.store;
  }
}
