import type { ToldDelivery, ToldEvent } from './events';
import { written } from './json';
import { painter, type Paint } from '../style';

/** The number of equal lines that are printed in full. */
const MOST_REPEATS = 3;

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

/** The timeline without the middle of long repetitions, such as throttles. */
export function abridged(timeline: readonly string[]): string[] {
  const lines: string[] = [];
  for (let index = 0; index < timeline.length;) {
    const same = runLength(timeline, index);
    if (same <= MOST_REPEATS) {
      lines.push(...timeline.slice(index, index + same));
    } else {
      lines.push(timeline[index], `... ${same - 2} more times the same`, timeline[index + same - 1]);
    }
    index += same;
  }
  return lines;
}

/** The number of lines from here on that differ in time only. */
function runLength(timeline: readonly string[], from: number): number {
  const said = (line: string) => line.slice(line.indexOf('  '));
  const next = timeline.findIndex((line, index) => index > from && said(line) !== said(timeline[from]));
  return (next < 0 ? timeline.length : next) - from;
}
