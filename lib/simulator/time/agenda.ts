/** Something that is due at a time. The agenda sets both members. */
export interface Due {
  /** The time, in milliseconds since 1970. */
  dueAt: number;

  /** The order of things that are due at the same time: first in, first out. */
  order: number;

  /** Whether there is nothing to do any more, so that the clock need not move for it. Absent if there always is. */
  readonly isVoid?: boolean;
}

/**
 * Everything that is due, the earliest first.
 *
 * Nearly every event waits 0, 60 or 120 seconds. Items with the same wait leave in the order in which they came, so each
 * wait has a lane that needs no sorting. Only the heads of the lanes are compared.
 */
export class Agenda<T extends Due> {
  private readonly lanes = new Map<number, Lane<T>>();

  /** A binary heap: no lane is due before the one at half its index. */
  private readonly heap: Lane<T>[] = [];
  private entered = 0;

  /** The time at which the next item is due; infinite if there is none. A field, because the clock reads it for each item. */
  private due = Infinity;

  /** Adds an item. It must not be due before the item that `next` returned last. */
  add(item: T, now: number, wait: number): void {
    item.dueAt = now + wait;
    item.order = this.entered;
    this.entered += 1;
    this.due = Math.min(this.due, item.dueAt);
    const lane = this.lanes.get(wait);
    if (lane) {
      lane.add(item);
    } else {
      const opened = new Lane(wait, item);
      this.lanes.set(wait, opened);
      this.heap.push(opened);
      this.rise(this.heap.length - 1);
    }
  }

  /** The time at which the next item is due; infinite if there is none. */
  get nextAt(): number {
    return this.due;
  }

  /** The next item; undefined if there is none. */
  get first(): T | undefined {
    return this.heap[0]?.head;
  }

  /** Removes the next item and returns it. */
  next(): T {
    const lane = this.heap[0];
    const item = lane.take();
    if (lane.isEmpty) {
      this.lanes.delete(lane.wait);
      const last = this.heap.pop()!;
      if (this.heap.length > 0) {
        this.heap[0] = last;
      }
      this.sink();
    } else if (!lane.follows(item)) {
      this.sink();
    }
    this.due = this.heap.length === 0 ? Infinity : this.heap[0].head.dueAt;
    return item;
  }

  /** Removes all items. */
  clear(): void {
    this.lanes.clear();
    this.heap.length = 0;
    this.due = Infinity;
  }

  private rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = Math.floor((index - 1) / 2);
      if (!isBefore(this.heap[index], this.heap[parent])) {
        return;
      }
      this.swap(index, parent);
      index = parent;
    }
  }

  private sink(): void {
    let index = 0;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      let first = index;
      if (left < this.heap.length && isBefore(this.heap[left], this.heap[first])) {
        first = left;
      }
      if (right < this.heap.length && isBefore(this.heap[right], this.heap[first])) {
        first = right;
      }
      if (first === index) {
        return;
      }
      this.swap(index, first);
      index = first;
    }
  }

  private swap(one: number, other: number): void {
    [this.heap[one], this.heap[other]] = [this.heap[other], this.heap[one]];
  }
}

/** All items with the same wait: first in, first out. */
class Lane<T extends Due> {
  private readonly items: Array<T | undefined>;
  private first = 0;

  constructor(readonly wait: number, item: T) {
    this.items = [item];
  }

  get head(): T {
    return this.items[this.first]!;
  }

  get isEmpty(): boolean {
    return this.first === this.items.length;
  }

  /** Whether the head came right after an item, and is due at the same time, so that no other lane can have anything in between. */
  follows({ dueAt, order }: T): boolean {
    const { head } = this;
    return head.order === order + 1 && head.dueAt === dueAt;
  }

  add(item: T): void {
    this.items.push(item);
  }

  take(): T {
    const item = this.head;
    this.items[this.first] = undefined;
    this.first += 1;
    // The list is copied only when half of it is gone, so that each item is copied about once.
    if (this.first > 1024 && this.first * 2 > this.items.length) {
      this.items.splice(0, this.first);
      this.first = 0;
    }
    return item;
  }
}

function isBefore<T extends Due>({ head: one }: Lane<T>, { head: other }: Lane<T>): boolean {
  return one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.order < other.order);
}
