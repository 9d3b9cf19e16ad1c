import { h, marked, type Child, type PageElement } from './element';
import { clock, playedLine, stepList } from './played';
import type { Message } from '../../../simulator/delivery/message';
import { duration } from '../../duration';
import type { AppFunction } from '../model/app';
import { fragmentOf } from '../scenario/link';
import { hasChanges, MOST, TROUBLES, type Scenario, type Trouble } from '../scenario/scenario';
import type { Played, PlayedEvent, PossibleDestination } from '../scenario/stage';
import { difference, verdictOf } from '../scenario/verdict';

const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  'error': 'throws an error',
  'timeout': 'times out',
  'throttle': 'is throttled',
  'system-error': 'hits a system error of Lambda',
  'none': 'succeeds',
};

/** The event of a control whose value the reader has chosen. */
interface Chosen {
  readonly target: { readonly value: string };
}

/** Takes a change of the scenario. */
type Change = (change: Partial<Scenario>) => void;

/** The maximum ages to choose from, in seconds. */
const AGES = [60, 120, 180, 300, 900, 3600, 10_800, MOST.age];

/** The choices of a scenario. */
export function controls(scenario: Scenario, destinations: readonly PossibleDestination[], { explained }: AppFunction, change: Change): PageElement {
  const chosen = (event: Chosen) => event.target.value;
  const number = (event: Chosen, least: number, most: number) => Math.min(Math.max(Math.round(Number(chosen(event))) || least, least), most);
  const asDeclared = (value: string) => `as declared (${value})`;
  const { retryAttempts, maxEventAge, onFailure } = explained;
  const optional = (event: Chosen) => chosen(event) === '' ? undefined : Number(chosen(event));
  return h(
    'form', { class: 'controls', onsubmit: (event: Event) => event.preventDefault() },
    h(
      'fieldset', {}, h('legend', {}, 'What goes wrong'),
      field('The function', select('trouble', TROUBLES.map(value => [value, TROUBLE_WORDS[value]]), scenario.trouble, event => change({ trouble: chosen(event) as Trouble }))),
      field('How often', select('times', [['0', 'each time'], ...[1, 2, 3, 5, 10, 20].map(times => [String(times), times === 1 ? 'the first time' : `the first ${times} times`] as const)], String(scenario.times), event => change({ times: number(event, 0, MOST.times) }))),
      field('Size of the event', select('kilobytes', [[1, '1 KB'], [128, '128 KB'], [256, '256 KB'], [512, '512 KB'], [MOST.kilobytes, '1 MB, the largest']].map(([value, words]) => [String(value), String(words)] as const), String(scenario.kilobytes), event => change({ kilobytes: number(event, 1, MOST.kilobytes) }))),
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'denied', checked: scenario.denied, onchange: (event: { target: { checked: boolean } }) => change({ denied: event.target.checked }) }), ' The role may not deliver records'),
    ),
    h(
      'fieldset', {}, h('legend', {}, 'What you change'),
      field('Retries', select('retries', [['', asDeclared(typeof retryAttempts === 'number' ? String(retryAttempts) : 'unknown')], ...[0, 1, 2].map(value => [String(value), String(value)] as const)], scenario.retries === undefined ? '' : String(scenario.retries), event => change({ retries: optional(event) }))),
      field('Maximum age', select('age', [['', asDeclared(typeof maxEventAge === 'number' ? duration(maxEventAge) : 'unknown')], ...AGES.map(value => [String(value), duration(value)] as const)], scenario.age === undefined ? '' : String(scenario.age), event => change({ age: optional(event) }))),
      field('Failure destination', select(
        'destination', [['as-declared', asDeclared(onFailure ?? 'none')], ['', 'none'], ...destinations.map(({ arn, name }) => [arn, name] as const)],
        scenario.destination ?? 'as-declared', event => change({ destination: chosen(event) === 'as-declared' ? undefined : chosen(event) }),
      )),
    ),
  );
}

function field(label: string, control: PageElement): PageElement {
  return h('label', {}, h('span', {}, label), control);
}

function select(name: string, options: ReadonlyArray<readonly [string, string]>, value: string, onchange: (event: Chosen) => void): PageElement {
  const all = options.some(([option]) => option === value) ? options : [...options, [value, value] as const];
  return h('select', { name, onchange }, ...all.map(([option, words]) => h('option', { value: option, selected: option === value }, words.length > 60 ? `…${words.slice(-59)}` : words)));
}

/** What happens in a scenario, and how it differs from the app as it is. */
export function result(scenario: Scenario, played: Played, asDeclared: Played, change: Change): PageElement[] {
  if ('refused' in played) {
    return [h('p', { class: 'none' }, played.refused)];
  }
  const [event] = played.events;
  const verdict = verdictOf(played);
  const before = 'refused' in asDeclared ? undefined : verdictOf(asDeclared);
  const end = Math.max(...played.events.map(({ steps }) => steps.at(-1)!.at));
  const at = Math.min(scenario.at ?? end, end);
  const until = Math.max(end, 'refused' in asDeclared ? 0 : asDeclared.events[0].steps.at(-1)!.at);
  const isOver = at >= event.steps.at(-1)!.at;
  return [
    h('p', { class: `outcome ${isOver ? verdict.kind : 'pending'}` }, ...marked(isOver ? verdict.says : `Not decided at ${clock(at)}. Later: ${verdict.says}`)),
    ...played.alarms.map(({ name, at: raisedAt }) => h('p', { class: 'alarm' }, 'The alarm ', h('bdi', {}, name), ` goes off after ${duration(raisedAt)}.`)),
    ...verdict.doubled.map(says => h('p', { class: 'doubled' }, h('strong', {}, 'doubled'), ' ', ...marked(says))),
    hasChanges(scenario) && before ? h('p', { class: 'difference' }, difference(before, verdict)) : undefined,
    h(
      'div', { class: 'lines' },
      hasChanges(scenario) && !('refused' in asDeclared) && h('div', { class: 'as-declared' }, h('p', { class: 'caption' }, 'As declared'), playedLine(asDeclared.events[0], until, asDeclared.events[0].steps.at(-1)!.at)),
      hasChanges(scenario) && h('p', { class: 'caption' }, 'With your changes'),
      ...played.events.map((each, index) => [index > 0 && h('p', { class: 'caption' }, each.function), playedLine(each, until, at)]),
    ),
    end > 0 && h('label', { class: 'clock' }, h('span', {}, 'Clock ', h('span', { class: 'at' }, clock(at))), h('input', {
      'type': 'range',
      'name': 'at',
      'min': 0,
      'max': end,
      'step': Math.max(1, Math.round(end / 720)),
      'value': at,
      'aria-valuetext': duration(at),
      'oninput': (moved: { target: { value: string } }) => change({ at: Number(moved.target.value) >= end ? undefined : Number(moved.target.value) }),
    })),
    h('details', { class: 'story', open: true }, h('summary', {}, 'Step by step'), ...played.events.map((each, index) => [index > 0 && h('p', { class: 'caption' }, each.function), stepList(each, at)])),
    ...records(played.events, at),
    h('p', { class: 'share' }, h('a', { href: `#${fragmentOf(scenario)}` }, 'Link to this scenario')),
  ].filter(element => element !== undefined && typeof element === 'object') as PageElement[];
}

/** The records as they arrive. */
function records(events: readonly PlayedEvent[], at: number): PageElement[] {
  return events.flatMap(({ deliveries }) => deliveries).filter(delivery => delivery.message && delivery.at <= at).map(({ to, role, message }) =>
    h('details', { class: 'record' }, h('summary', {}, ...marked(`The ${role === 'dead-letter' ? 'dead letter' : 'record'} as it arrives in ${to}`)), h('pre', { tabindex: 0 }, written(message!))));
}

/** The longest text of a record that is shown. */
const LONGEST_TEXT = 4_000;

function written(message: Message): string {
  const parsed = 'body' in message ? { ...message, body: parsedOr(message.body) } : 'message' in message ? { ...message, message: parsedOr(message.message) } : 'payload' in message ? { ...message, payload: parsedOr(message.payload) } : message;
  const text = JSON.stringify(parsed, (_, value: unknown) => typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}… (${value.length} characters)` : value, 2);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The frame of the part in which one breaks things. */
export function breakIt(form: Child): PageElement {
  return h('section', { 'class': 'card break-it', 'aria-label': 'Break it' }, h('h3', {}, 'Break it'), form, h('div', { 'id': 'result', 'aria-live': 'polite' }));
}
