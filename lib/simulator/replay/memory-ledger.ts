import { WORKER_GONE, type Change, type ControlItem, type EventItem, type Found, type Ledger, type ReplayItem, type Sum, type TallyItem } from '../../replay/run/ledger';

/** The ledger of a replay, in memory: what DynamoDB keeps in an account. */
export class MemoryLedger implements Ledger {
  private readonly events = new Map<string, EventItem>();
  private readonly replays = new Map<string, ReplayItem>();
  private readonly controls = new Map<string, ControlItem>();
  private readonly tallies = new Map<string, TallyItem>();
  private readonly taken = new Map<string, number>();

  async find(ids: readonly string[]): Promise<Found> {
    return { events: some(this.events, ids), replays: some(this.replays, ids) };
  }

  async begin(item: EventItem, inPlaceOf: EventItem | undefined): Promise<EventItem | undefined> {
    const present = this.events.get(item.id);
    if (present?.token !== inPlaceOf?.token || present?.state !== inPlaceOf?.state) {
      return present;
    }
    this.events.set(item.id, item);
    return undefined;
  }

  async finish({ id, token }: EventItem, change: Change): Promise<boolean> {
    const present = this.events.get(id);
    if (present?.token !== token) {
      return false;
    }
    const { error: _, ...kept } = present;
    this.events.set(id, { ...kept, ...change });
    return true;
  }

  async doubt(item: EventItem, at: number): Promise<boolean> {
    const isSending = this.events.get(item.id)?.state === 'sending';
    return isSending && this.finish(item, { state: 'in-doubt', at, error: WORKER_GONE });
  }

  async remember(item: ReplayItem): Promise<void> {
    this.replays.set(item.id, item);
  }

  async note(id: string, outcome: NonNullable<ReplayItem['outcome']>): Promise<ReplayItem | undefined> {
    const item = this.replays.get(id);
    if (!item || item.outcome !== undefined) {
      return undefined;
    }
    const noted = { ...item, outcome };
    this.replays.set(id, noted);
    return noted;
  }

  async control(run: string): Promise<ControlItem | undefined> {
    return this.controls.get(run);
  }

  async start(item: ControlItem): Promise<void> {
    this.controls.set(item.id, this.controls.get(item.id) ?? item);
  }

  async steer(run: string, change: Partial<Omit<ControlItem, 'id'>>): Promise<void> {
    const present = this.controls.get(run);
    if (present) {
      this.controls.set(run, { ...present, ...change });
    }
  }

  async tally(run: string): Promise<TallyItem> {
    return this.tallies.get(run) ?? { id: run };
  }

  async add(run: string, sums: Readonly<Partial<Record<Sum, number>>>): Promise<void> {
    const before = await this.tally(run);
    const after = Object.entries(sums).map(([sum, number]) => [sum, (before[sum as Sum] ?? 0) + number]);
    this.tallies.set(run, { ...before, ...Object.fromEntries(after) });
  }

  async raiseFrontier(run: string, time: number): Promise<void> {
    const before = await this.tally(run);
    this.tallies.set(run, { ...before, frontier: Math.max(before.frontier ?? 0, time) });
  }

  async take(run: string, second: number, number: number): Promise<number> {
    const key = `${run} ${second}`;
    const before = this.taken.get(key) ?? 0;
    this.taken.set(key, before + number);
    return before;
  }
}

function some<T>(items: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  return new Map(ids.flatMap(id => {
    const item = items.get(id);
    return item === undefined ? [] : [[id, item]];
  }));
}
