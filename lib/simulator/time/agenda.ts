import { Lane } from './lane';

/**
 * Everything that is due, the earliest first.
 *
 * Nearly every event waits 0, 60 or 120 seconds. Items with the same wait leave in the order in which they came, so each
 * wait has a lane that needs no sorting. Only the heads of the lanes are compared.
 */
export class Agenda<T> {
  private readonly lanes = new Map<number, Lane<T>>();

  /** The last lane that was closed, for the next wait: things that happen one after the other open a lane each. */
  private spare: Lane<T> | undefined = undefined;

  /** A binary heap: no lane is due before the one at half its index. */
  private readonly heap: Lane<T>[] = [];
  private entered = 0;

  /** The time at which the next item is due; infinite if there is none. A field, because the clock reads it for each item. */
  private due = Infinity;

  /** Adds an item. It must not be due before the item that `next` returned last. */
  add(item: T, now: number, wait: number): void {
    const dueAt = now + wait;
    const lane = this.lanes.get(wait);
    if (lane) {
      lane.add(item, dueAt, this.entered);
    } else {
      this.open(wait).add(item, dueAt, this.entered);
      this.rise(this.heap.length - 1);
    }
    this.entered += 1;
    if (dueAt < this.due) {
      this.due = dueAt;
    }
  }

  /** The time at which the next item is due; infinite if there is none. */
  get nextAt(): number {
    return this.due;
  }

  /** The next item; undefined if there is none. */
  get first(): T | undefined {
    return this.heap[0]?.first;
  }

  /** Removes the next item and returns it. */
  next(): T {
    const lane = this.heap[0];
    const item = lane.take();
    if (lane.isEmpty) {
      this.close(lane);
      this.sink();
    } else if (lane.isAtNewStretch) {
      this.sink();
    } else {
      return item;
    }
    this.due = this.heap.length === 0 ? Infinity : this.heap[0].dueAt;
    return item;
  }

  /** Removes all items. */
  clear(): void {
    this.spare = this.heap.pop() ?? this.spare;
    this.spare?.clear();
    this.lanes.clear();
    this.heap.length = 0;
    this.due = Infinity;
  }

  private open(wait: number): Lane<T> {
    const lane = this.spare ?? new Lane<T>(wait);
    this.spare = undefined;
    lane.wait = wait;
    this.lanes.set(wait, lane);
    this.heap.push(lane);
    return lane;
  }

  /** Removes the lane at the top. */
  private close(lane: Lane<T>): void {
    this.lanes.delete(lane.wait);
    this.spare = lane;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
    }
  }

  private rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = Math.floor((index - 1) / 2);
      if (!this.heap[index].isBefore(this.heap[parent])) {
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
      if (left < this.heap.length && this.heap[left].isBefore(this.heap[first])) {
        first = left;
      }
      if (right < this.heap.length && this.heap[right].isBefore(this.heap[first])) {
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
