import type { Envelope } from './envelope';
import type { JsonObject } from '../json';
import { memberOf } from '../json-parts';

/**
 * Opens an event of a bus. It may have any source: Lambda writes `lambda`, its guide says `aws.lambda`, and rules that
 * forward events may use a name of their own. The detail tells what it is.
 */
export function openEventBridge(event: JsonObject, text?: string): Envelope | undefined {
  return typeof event['detail-type'] === 'string' && typeof event.source === 'string'
    ? { via: 'eventbridge', content: memberOf(event, text, 'detail'), attributes: new Map() }
    : undefined;
}
