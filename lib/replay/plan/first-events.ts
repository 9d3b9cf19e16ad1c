import type { PlannedEvent } from './planned-event';

/** Order of the times of events; those without time come last. */
export type Order = 'oldest' | 'newest';

/** Keeps the oldest or newest events, at most so many: a heap whose root is the worst of them. */
export class FirstEvents {
  private readonly heap: PlannedEvent[] = [];

  constructor(private readonly order: Order, private readonly limit: number) {}

  /** Takes an event; returns the one that is beyond the limit. */
  offer(event: PlannedEvent): PlannedEvent | undefined {
    const { heap, limit } = this;
    if (heap.length < limit) {
      heap.push(event);
      this.rise(heap.length - 1);
      return undefined;
    }
    if (!this.isBefore(event, heap[0])) {
      return event;
    }
    const worst = heap[0];
    heap[0] = event;
    this.sink(0);
    return worst;
  }

  /** The events in order. */
  inOrder(): PlannedEvent[] {
    return [...this.heap].sort((a, b) => this.isBefore(a, b) ? -1 : this.isBefore(b, a) ? 1 : 0);
  }

  private isBefore({ line: a }: PlannedEvent, { line: b }: PlannedEvent): boolean {
    if (a.time === b.time) {
      // Any order that is the same in each run.
      return a.id < b.id;
    }
    if (a.time === undefined || b.time === undefined) {
      return b.time === undefined;
    }
    return this.order === 'oldest' ? a.time < b.time : a.time > b.time;
  }

  private rise(at: number): void {
    const parent = Math.floor((at - 1) / 2);
    if (at > 0 && this.isBefore(this.heap[parent], this.heap[at])) {
      this.swap(at, parent);
      this.rise(parent);
    }
  }

  private sink(at: number): void {
    const { heap } = this;
    const worst = [2 * at + 1, 2 * at + 2].filter(child => child < heap.length)
      .reduce((best, child) => this.isBefore(heap[best], heap[child]) ? child : best, at);
    if (worst !== at) {
      this.swap(at, worst);
      this.sink(worst);
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b], this.heap[a]];
  }
}
