import type { Caller } from '../../explanation/caller';
import { areCloudFormation, isCloudFormation } from '../../explanation/cloudformation';
import type { Consumer } from '../../explanation/consumer';
import type { Explanation } from '../../explanation/explanation';
import type { Life } from '../../explanation/failing-event';
import type { Sender } from '../../explanation/sender';
import { CALLER_WORDS } from '../../report/caller-words';
import { duration } from '../../report/duration';
import type { Unread } from '../../topology';
import { painter, counted, type Paint } from '../style';
import { unreadInWords } from '../unread-in-words';

/**
 * The explanations as text.
 *
 * @param leftOut functions that are not explained, because only CloudFormation calls them
 * @param unread parts of the app that may have further callers and configs
 */
export function words(
  explanations: readonly Explanation[], colours: boolean, leftOut: readonly string[] = [], unread: readonly Unread[] = [],
): string {
  const paint = painter(colours);
  const blocks = explanations.length === 0
    ? [`${unread.length === 0 ? 'This app' : 'What could be read of this app'} neither configures nor makes asynchronous invocations.`]
    : explanations.map(explanation => block(explanation, paint, unread.length === 0));
  const more = leftOut.length === 0 ? [] : [paint('grey', `Name a function to see it if only CloudFormation calls it: ${leftOut.join(', ')}`)];
  return `${[...blocks, ...more, ...unreadInWords(unread)].join('\n\n')}\n`;
}

function block(explanation: Explanation, paint: Paint, isComplete: boolean): string {
  const { function: name, qualifier, callers, onSuccess, onFailure, deadLetterQueue, declined, lost, consumers } = explanation;
  const line = (label: string, text: string) => `  ${paint('grey', label.padEnd(13))}${text}`;
  const to = (what: string, place: string | undefined) => place && `${what}${place}${taken(consumers.filter(({ from }) => from === place))}`;
  const stored = [to('the record to ', onFailure), to('the event to dead-letter ', deadLetterQueue)].filter(place => place);
  return [
    paint('bold', `${name}:${qualifier}`),
    ...callersOf(callers, isComplete).map((caller, index) => line(index === 0 ? 'called by' : '', caller)),
    line('config', config(explanation)),
    line('on success', to('a record to ', onSuccess) ?? nothing(declined.includes('onSuccess'))),
    line('on failure', stored.join('; ') || nothing(declined.includes('onFailure'))),
    ...lives(explanation, line),
    line('longest', longest(explanation)),
    line('lost', paint(stored.length === 0 && !areCloudFormation(callers) ? 'red' : 'green', lost)),
  ].join('\n');
}

/** The end of the way: what takes the record. */
function taken(consumers: readonly Consumer[]): string {
  return consumers.length === 0 ? '' : `, taken by ${[...new Set(consumers.map(({ kind, by, to }) =>
    kind === 'event-source-mapping' ? to : `${CALLER_WORDS[kind]} ${by} for ${to}`))].join(' and ')}`;
}

function nothing(isDeclined: boolean): string {
  return isDeclined ? 'nothing: the config leaves the destination empty' : 'nothing';
}

/** Further custom resources of one function are only counted. */
const MOST_CUSTOM_RESOURCES = 3;

/** The callers without repetition: an alarm may call for several of its states. */
function callersOf(callers: readonly Caller[], isComplete: boolean): string[] {
  const customResources = callers.filter(isCloudFormation).map(({ by }) => by);
  const more = customResources.length - MOST_CUSTOM_RESOURCES;
  const named = [...customResources.slice(0, MOST_CUSTOM_RESOURCES), ...more > 0 ? [`${more} more`] : []].join(', ');
  const all = new Set([...callers.filter(caller => !isCloudFormation(caller)).map(called), ...named ? [`${CALLER_WORDS['custom-resource']}, for ${named}`] : []]);
  return all.size > 0 ? [...all] : [isComplete ? 'nothing in this app, asynchronously' : 'nothing that could be read of this app, asynchronously'];
}

function called({ kind, by, from, enabled, sender }: Caller): string {
  const off = enabled === false ? ' (switched off)' : '';
  return `${CALLER_WORDS[kind]} of ${from ?? by}${from && from !== by ? `, in ${by}` : ''}${off || (sender ? `: ${sent(sender)}` : '')}`;
}

/** The first half of the way: until Lambda accepts the event. */
function sent({ retryAttempts, maxEventAge, deadLetterQueue }: Sender): string {
  const times = typeof retryAttempts === 'number' ? counted(retryAttempts, 'time') : undefined;
  const span = typeof maxEventAge === 'number' ? `for up to ${duration(maxEventAge)}` : undefined;
  const unknown = [retryAttempts, maxEventAge].flatMap(setting => typeof setting === 'object' ? [`an unknown time, because ${setting.unknown}`] : []);
  const retries = retryAttempts === 0 ? 'does not retry' : `retries ${[span, times && `at most ${times}`, ...unknown].filter(part => part).join(', ')}`;
  return `${retries}, then ${deadLetterQueue ? `sends what Lambda did not accept to dead-letter ${deadLetterQueue}` : 'drops what Lambda did not accept'}`;
}

function config({ configs, configuredElsewhere, qualifier, retryAttempts, maxEventAge }: Explanation): string {
  const settings = [
    typeof retryAttempts === 'number' ? counted(retryAttempts, 'retry').replace('retrys', 'retries') : `retries unknown, because ${retryAttempts.unknown}`,
    typeof maxEventAge === 'number' ? `events up to ${duration(maxEventAge)} old` : `event age unknown, because ${maxEventAge.unknown}`,
  ].join(', ');
  switch (configs.length) {
    case 0:
      return `none for ${qualifier}, so Lambda's defaults: ${settings}${configuredElsewhere.length > 0 ? ` (the config of ${configuredElsewhere.join(' and ')} does not apply: Lambda never falls back)` : ''}`;
    case 1:
      return `${configs[0]}, which is for ${qualifier}: ${settings}`;
    default:
      return `${configs.join(' and ')} are all for ${qualifier}, and overwrite each other`;
  }
}

function lives({ failsAtOnce, timesOut, timeout }: Explanation, line: (label: string, text: string) => string): string[] {
  return [
    ...failsAtOnce ? [line('failing', life(failsAtOnce))] : [],
    ...timesOut && timesOut.attempts.length > 0 ? [line('timing out', `${life(timesOut)} (each attempt takes ${duration(timeout as number)})`)] : [],
  ];
}

function life({ attempts, endsAt, condition }: Life): string {
  return [
    ...attempts.flatMap(({ at, wait }, index) => [
      `${duration(at)} attempt ${index + 1}`,
      ...wait === undefined ? [] : [`wait ${duration(wait)}`],
    ]),
    `${duration(endsAt)} given up: ${condition}`,
  ].join(' -> ');
}

function longest({ longest: seconds, longestWithCallers: whole, maxEventAge, timeout }: Explanation): string {
  const before = whole === undefined ? '' : `; after ${duration(whole)} if the caller also has to retry`;
  if (seconds === 0) {
    return `known at once${before}`;
  }
  if (seconds !== undefined) {
    return `known after ${duration(seconds)} at most: throttled events wait for up to ${duration(maxEventAge as number)}, and the last attempt may take ${duration(timeout as number)}${before}`;
  }
  const [{ unknown: reason }] = [maxEventAge, timeout].filter(setting => typeof setting !== 'number');
  return typeof maxEventAge === 'number'
    ? `known after ${duration(maxEventAge)} and the time of one attempt, which is unknown, because ${reason}`
    : `unknown, because ${reason}`;
}
