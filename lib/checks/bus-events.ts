import { RECORD_DETAIL_TYPES } from '../constraints/aws-lambda/destination';
import { OBJECT_CREATED } from '../constraints/aws-s3/event-bridge';
import { arnOf, literal, rendered, withFixedNames, type Delivery, type EventPattern, type FunctionTarget, type Side, type Target, type Text, type Topology } from '../topology';

/** An event on a bus: the record of a function, or a new object in a bucket. */
export type BusEvent = { readonly side: Side; readonly source: FunctionTarget } | { readonly bucket: Target };

/** The side of a config that a detail type belongs to. */
export function sideOf(detailType: string | undefined): Side | undefined {
  return (['onFailure', 'onSuccess'] as const).find(side => RECORD_DETAIL_TYPES[side] === detailType);
}

/** Whether the pattern of a rule certainly matches an event. An unknown pattern matches nothing for certain. */
export function matches(topology: Topology, pattern: NonNullable<Delivery['eventPattern']>, event: BusEvent): boolean {
  if ('reason' in pattern || pattern.more) {
    return false;
  }
  const { source, detailType, resource, bucketName } = fieldsOf(event);
  return lists(pattern.source, source)
    && lists(pattern.detailType, detailType)
    && lists(pattern.resources, resource)
    && (pattern.bucketNames === undefined || (bucketName !== undefined && lists(pattern.bucketNames, bucketName)));

  function lists(texts: EventPattern['source'], value: Text): boolean {
    return texts === undefined || texts.some(text => text.kind !== 'unknown' && spelling(text) === spelling(value));
  }

  function spelling(text: Text): string {
    return rendered(withFixedNames(topology, text));
  }
}

function fieldsOf(event: BusEvent): { source: Text; detailType: Text; resource: Text; bucketName?: Text } {
  if ('bucket' in event) {
    const { source, detailType } = OBJECT_CREATED;
    return { source: literal(source), detailType: literal(detailType), resource: arnOf(event.bucket), bucketName: event.bucket.name };
  }
  return {
    source: literal('lambda'),
    detailType: literal(RECORD_DETAIL_TYPES[event.side]),
    resource: arnOf({ ...event.source, qualified: true }),
  };
}
