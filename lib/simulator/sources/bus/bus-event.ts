import { readJson } from '../matching/exact-json';

/** An event on a bus. */
export class BusEvent {
  private read: Record<string, unknown> | undefined;

  constructor(
    /** The event as targets get it: JSON text. The detail is as it was sent. */
    readonly text: string,
  ) {}

  get detailType(): string {
    return String(this.parsed['detail-type']);
  }

  /** The event, parsed when somebody looks at it. Numbers that no double holds stay as they are written. */
  get parsed(): Record<string, unknown> {
    this.read ??= readJson(this.text) as Record<string, unknown>;
    return this.read;
  }
}

/** The parts of an event. */
export interface EventParts {
  readonly id: string;
  readonly detailType: string;
  readonly source: string;
  readonly account: string;

  /** In milliseconds since 1970. */
  readonly time: number;
  readonly region: string;
  readonly resources: readonly string[];

  /** A JSON object as text. */
  readonly detail: string;
}

/** A time as EventBridge writes it: without fractions of a second. */
export function utc(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** An event as EventBridge writes it. */
export function busEvent({ id, detailType, source, account, time, region, resources, detail }: EventParts): BusEvent {
  const head = JSON.stringify({
    'version': '0', id, 'detail-type': detailType, source, account, 'time': utc(time), region, resources,
  });
  return new BusEvent(`${head.slice(0, -1)},"detail":${detail}}`);
}
