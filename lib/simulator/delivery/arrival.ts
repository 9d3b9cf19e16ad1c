import { deadLetterAttributes } from './dead-letter';
import type { BusMessage, Message, MessageAttribute } from './message';
import { recordText } from './record-text';
import type { InvocationRecord } from '../../contract/invocation-record';
import { eventBridgeEvent, recordKey } from '../../invocation-record';
import type { SimulatedEvent } from '../events/simulated-event';
import type { DeliveryRole } from '../events/step';
import type { Random } from '../random';
import { busEvent, type BusEvent } from '../sources/bus/bus-event';
import type { SimulatedFunction, SimulatedStore } from '../state';

/** A record or dead letter that arrived at a destination. Its members are computed when they are read. */
export class Arrival {
  constructor(
    /** The event that the record or dead letter is about. */
    readonly event: SimulatedEvent,
    readonly role: DeliveryRole,

    /** The time of arrival, in milliseconds since 1970. */
    readonly arrivedAt: number,
    readonly destination: SimulatedStore | SimulatedFunction,
    private readonly random: Random,
    private readonly withPayloads: boolean,
  ) {}

  /** The time of arrival, on the simulator's clock. */
  get at(): Date {
    return new Date(this.arrivedAt);
  }

  /** The request id of the event that it is about. */
  get requestId(): string {
    return this.random.uuid(this.event.number);
  }

  /**
   * The invocation record, parsed; undefined for a dead letter.
   *
   * @throws NotKnownError if Lambda stopped the event as a recursive loop
   */
  get record(): InvocationRecord | undefined {
    return this.role === 'dead-letter' ? undefined : JSON.parse(this.text);
  }

  /** The message, event, object or payload, in the form of the service. */
  get message(): Message {
    const { text } = this;
    switch (this.kind) {
      case 'queue': return { kind: 'queue', body: text, messageAttributes: this.attributes };
      case 'topic': return { kind: 'topic', message: text, messageAttributes: this.attributes };
      case 'bus': return { kind: 'bus', event: this.busEvent().parsed as unknown as BusMessage['event'] };
      case 'bucket': return { kind: 'bucket', key: this.objectKey(), body: text, contentType: 'application/octet-stream' };
      case 'function': return { kind: 'function', payload: text };
    }
  }

  /** The record or the event, exactly as it arrived: JSON text. */
  get text(): string {
    return this.role === 'dead-letter' ? this.event.payload : recordText(this.event, this.arrivedAt, this.random, this.withPayloads);
  }

  private get kind(): SimulatedStore['kind'] {
    return 'kind' in this.destination ? this.destination.kind : 'function';
  }

  /** The attributes of a dead letter. */
  get attributes(): Readonly<Record<string, MessageAttribute>> {
    return this.role === 'dead-letter' ? deadLetterAttributes(this.event, this.requestId) : {};
  }

  /** The event of a bus, with the record as Lambda wrote it. */
  busEvent(): BusEvent {
    const { account, region, arn } = this.destination as SimulatedStore;
    const { source, 'detail-type': detailType } = eventBridgeEvent(JSON.parse(this.text));
    return busEvent({
      id: this.random.uuid(this.event.number, 'bus event'),
      source,
      detailType,
      account,
      region,
      time: this.arrivedAt,
      resources: [arn, this.event.functionArn],
      detail: this.text,
    });
  }

  /** The key of the object in a bucket. */
  objectKey(): string {
    return recordKey({
      functionName: this.event.runner.function.name,
      timestamp: this.at.toISOString(),
      id: this.random.uuid(this.event.number, 'object'),
    });
  }
}
