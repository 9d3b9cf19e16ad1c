import { Fifo } from './fifo';

/** Items of a lane that came one after the other at the same time, with no item of another lane in between. */
interface Stretch {
  /** The time at which they are due, in milliseconds since 1970. */
  readonly dueAt: number;

  /** The number of items that came before the first one. */
  readonly order: number;

  /** How many they were, those included that have left. */
  size: number;
  left: number;
}

/** All items with the same wait: first in, first out. */
export class Lane<T> {
  private readonly items = new Fifo<T>();
  private readonly stretches = new Fifo<Stretch>();

  constructor(
    /** In milliseconds. */
    public wait: number,
  ) {}

  /** The time at which the first item is due, in milliseconds since 1970. The lane must not be empty. */
  get dueAt(): number {
    return this.stretches.head!.dueAt;
  }

  get first(): T | undefined {
    return this.items.head;
  }

  get isEmpty(): boolean {
    return this.items.isEmpty;
  }

  /** Whether the first item is due before that of another lane. Items that are due at the same time leave in the order in which they came. */
  isBefore(other: Lane<T>): boolean {
    const one = this.stretches.head!;
    const another = other.stretches.head!;
    return one.dueAt < another.dueAt || (one.dueAt === another.dueAt && one.order < another.order);
  }

  /** @param order the number of items that came before, to all lanes */
  add(item: T, dueAt: number, order: number): void {
    const last = this.stretches.last;
    if (last !== undefined && last.dueAt === dueAt && last.order + last.size === order) {
      last.size += 1;
      last.left += 1;
    } else {
      this.stretches.add({ dueAt, order, size: 1, left: 1 });
    }
    this.items.add(item);
  }

  /** Removes the first item and returns it. */
  take(): T {
    const stretch = this.stretches.head!;
    stretch.left -= 1;
    if (stretch.left === 0) {
      this.stretches.take();
    }
    return this.items.take();
  }

  /** Removes all items. */
  clear(): void {
    this.items.clear();
    this.stretches.clear();
  }

  /** Whether something of another lane may come before the first item, now that one has left. */
  get isAtNewStretch(): boolean {
    const { size, left } = this.stretches.head!;
    return left === size;
  }
}
