import type { Caller } from './caller';
import type { Place } from '../simulated-functions';

/** The buses of the app. */
export interface BusService {
  /** The bus with that name, in that account and Region if they are given, or with that ARN. Every account and Region has a bus `default`. */
  find(nameOrArn: string, place: Place): ApiBus | undefined;

  /** @returns the id of the event */
  put(bus: ApiBus, event: EventToPut, caller: Caller): string;
}

/** A bus as the API sees it. */
export interface ApiBus {
  readonly arn: string;
  readonly name: string;
}

/** An event to a bus. */
export interface EventToPut {
  readonly source: string;
  readonly detailType: string;

  /** A JSON object as text. */
  readonly detail: string;
  readonly resources: readonly string[];

  /** In milliseconds since 1970; absent if it is that of the call. */
  readonly time?: number;
}
