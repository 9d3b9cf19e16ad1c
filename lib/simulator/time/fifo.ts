/** The places that an empty list keeps. More are freed. */
const KEPT = 1024;

/** First in, first out. It frees what has left, and uses its places again. */
export class Fifo<T> {
  private items: Array<T | undefined> = [];
  private first = 0;
  private end = 0;

  get isEmpty(): boolean {
    return this.first === this.end;
  }

  /** The first one; undefined if there is none. */
  get head(): T | undefined {
    return this.items[this.first];
  }

  /** The last one that came; undefined if it has left. */
  get last(): T | undefined {
    return this.end === 0 ? undefined : this.items[this.end - 1];
  }

  add(item: T): void {
    this.items[this.end] = item;
    this.end += 1;
  }

  /** Removes the first one and returns it. There must be one. */
  take(): T {
    const item = this.items[this.first]!;
    this.items[this.first] = undefined;
    this.first += 1;
    if (this.first === this.end) {
      this.clear();
    } else if (this.first > KEPT && this.first * 2 > this.end) {
      // The list is copied only when half of it is gone, so that each item is copied about once.
      this.items = this.items.slice(this.first, this.end);
      this.end -= this.first;
      this.first = 0;
    }
    return item;
  }

  clear(): void {
    if (this.end > KEPT) {
      this.items = [];
    } else {
      this.items.fill(undefined, this.first, this.end);
    }
    this.first = 0;
    this.end = 0;
  }
}
