import type { Envelope } from './envelope';
import type { JsonObject } from '../json';
import { memberOf } from '../json-parts';

/**
 * An event of a bus, whatever its source: Lambda writes `lambda`, its guide says `aws.lambda`,
 * and who forwards events gives a name of their own. What it is, the detail tells.
 */
export function openEventBridge(event: JsonObject, text?: string): Envelope | undefined {
  return typeof event['detail-type'] === 'string' && typeof event.source === 'string'
    ? { via: 'eventbridge', content: memberOf(event, text, 'detail'), attributes: new Map() }
    : undefined;
}
