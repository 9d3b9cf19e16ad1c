import type { ToldDelivery, ToldEvent } from './events';
import { written } from './json';
import { abridged } from '../../simulator/events/abridged';
import { painter, type Paint } from '../style';

/**
 * The stories of events as text.
 *
 * @param flows the flows to which they belong, as text
 */
export function stories(events: readonly ToldEvent[], assumptions: readonly string[], colours: boolean, flows: readonly string[] = []): string {
  const paint = painter(colours);
  return [
    ...events.map(event => story(event, paint)),
    ...flows,
    ...assumptions.length === 0 ? [] : [assumptions.map(assumption => paint('yellow', assumption)).join('\n')],
  ].map(block => `${block}\n`).join('\n');
}

function story(event: ToldEvent, paint: Paint): string {
  const { function: name, qualifier, requestId, timeline, deliveries } = event;
  return [
    `${paint('bold', qualifier === undefined ? name : `${name}:${qualifier}`)} ${paint('grey', requestId)}`,
    ...abridged(timeline).map(line => `  ${line}`),
    // A function's record has its own story.
    ...deliveries.filter(({ lostBecause, message }) => lostBecause === undefined && message?.kind !== 'function')
      .flatMap(delivery => ['', ...arrived(delivery, paint)]),
  ].join('\n');
}

function arrived({ kind, to, notKnown, message, record }: ToldDelivery, paint: Paint): string[] {
  const place = message?.kind === 'bucket' ? `${to} as ${message.key}` : to;
  return [
    `  ${paint('grey', `${kind === 'dead-letter' ? 'the dead letter' : 'the record'} in ${place}`)}`,
    ...(notKnown ?? written(record ?? message)).split('\n').map(line => `  ${line}`),
  ];
}
