import type { EventItem, Ledger, ReplayItem } from './ledger';
import { REPLAY_BOUNDS } from '../../contract/replay';
import type { ReplayLeftLine } from '../../contract/replay-plan';
import { decide, type Wishes } from '../plan/decision';
import type { FailedEvent, Unreadable } from '../plan/failed-event';
import { plannedEvent, type EventPlace, type PartLine, type PlannedEvent } from '../plan/planned-event';

/** Events that are looked up in the ledger at once. */
const CHUNK = 50;

/** Collects the lines of one part of a plan. It keeps nothing of the events themselves. */
export class Part {
  private readonly lines: PartLine[] = [];
  private pending: PlannedEvent[] = [];
  private read = 0;
  private notSelected = 0;
  private inDoubt = 0;
  private selected = 0;

  /** Sentences about risks. */
  readonly warnings: string[] = [];

  /** Whether the source has more than was read. */
  complete = true;

  constructor(
    private readonly wishes: Wishes,
    private readonly ledger: Pick<Ledger, 'find'>,

    /** Whether copies of events that were sent are deleted by a run of the plan. */
    private readonly deletes: boolean,
  ) {}

  /** Decides about an event. */
  async add(event: FailedEvent | Unreadable, place: EventPlace, messageId?: string): Promise<void> {
    this.read += 1;
    const decision = decide(event, this.wishes);
    if ('left' in decision) {
      if (decision.left === 'notSelected') {
        this.notSelected += 1;
        return;
      }
      this.leave({
        ...place,
        why: decision.left,
        ...decision.reason !== undefined && { reason: decision.reason },
        ...'id' in event && { id: event.id },
        ...messageId !== undefined && { messageId },
      });
      return;
    }
    this.pending.push(plannedEvent(decision.event, decision.target, place, this.wishes.now));
    if (this.pending.length >= CHUNK) {
      await this.lookUp();
    }
  }

  leave(left: ReplayLeftLine): void {
    this.lines.push({ left });
  }

  /** Counts something that is not selected without a look into it. */
  passOver(): void {
    this.read += 1;
    this.notSelected += 1;
  }

  /** The lines as text, and their numbers. */
  async close(): Promise<{ readonly text: string; readonly read: number; readonly selected: number }> {
    await this.lookUp();
    const { read, notSelected, inDoubt, complete, warnings, selected } = this;
    const lines: PartLine[] = [...this.lines, { read, notSelected }, { complete, inDoubt, warnings }];
    return { text: lines.map(line => `${JSON.stringify(line)}\n`).join(''), read, selected };
  }

  /** Asks the ledger about the events that were selected. */
  private async lookUp(): Promise<void> {
    const events = this.pending;
    this.pending = [];
    if (events.length === 0) {
      return;
    }
    const known = await this.ledger.find(events.map(({ line }) => line.id));
    for (const event of events) {
      const { id } = event.line;
      this.place(event, known.events.get(id), known.replays.get(id));
    }
  }

  private place(event: PlannedEvent, known: EventItem | undefined, replay: ReplayItem | undefined): void {
    const { source, id, key } = event.line;
    const left = { source, id, ...key !== undefined && { key } };
    if (known?.state === 'sent') {
      this.lines.push({ left: { ...left, why: 'alreadySent' }, ...this.deletes && { copy: { ...event.line, copyOnly: true } } });
    } else if ((replay?.attempts ?? 0) >= REPLAY_BOUNDS.maxAttempts.max) {
      this.lines.push({ left: { ...left, why: 'attempts' } });
    } else {
      this.inDoubt += known?.state === 'in-doubt' || known?.state === 'sending' ? 1 : 0;
      this.selected += 1;
      this.lines.push({ event });
    }
  }
}
