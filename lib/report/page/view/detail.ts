import { h, marked, type Child, type PageElement } from './element';
import { findingList } from './findings';
import { FATE_WORDS } from './list';
import { timeLine } from './time-line';
import type { Caller } from '../../../explanation/caller';
import { isCloudFormation } from '../../../explanation/cloudformation';
import type { Consumer } from '../../../explanation/consumer';
import type { Explanation } from '../../../explanation/explanation';
import { CALLER_WORDS } from '../../caller-words';
import { duration } from '../../duration';
import { watchesOf } from '../model/alarms';
import type { App, AppFunction } from '../model/app';
import { deliveriesOf, type DeclaredDelivery } from '../model/deliveries';
import type { Fate } from '../model/fate';
import { attempts, longestWay } from '../model/time-line';
import type { Stage } from '../scenario/stage';

/** The name of a function and what becomes of its failed events. */
export function heading({ explained: { function: name, qualifier }, stack }: AppFunction, fate: Fate, back: Child): PageElement {
  return h(
    'header', { class: `fate-banner ${fate.kind}` },
    h('h2', { id: 'selected', tabindex: -1 }, h('bdi', {}, name.split('/').at(-1)!), h('span', { class: 'qualifier' }, h('bdi', {}, qualifier))),
    h('p', { class: 'path' }, h('bdi', {}, name), ' in stack ', h('bdi', {}, stack)),
    h('p', { class: 'says' }, h('span', { class: `fate ${fate.kind}` }, FATE_WORDS[fate.kind]), ' ', ...marked(fate.says)),
    back,
  );
}

/** Everything about the events of a function, from its callers to its alarms. */
export function detail(app: App, stage: Stage, fn: AppFunction, breakIt: Child): PageElement[] {
  const { explained } = fn;
  const longest = longestWay(explained);
  const watches = watchesOf(app.topology, fn);
  const cards = [
    card('The way of an event', callers(explained), longest && timeLine(longest), explained.failsAtOnce && timeLine(attempts('Every attempt fails at once', explained.failsAtOnce)), explained.timesOut && explained.timesOut.attempts.length > 0 && timeLine(attempts('Every attempt times out', explained.timesOut))),
    card('The config that applies', config(explained)),
    card('Where records go', deliveries(deliveriesOf(app.topology, stage.lambda, fn), explained)),
    card('Alarms', watches.length === 0
      ? h('p', { class: 'none' }, 'No alarm of the app watches this function or its destinations.')
      : h('ul', {}, ...watches.map(({ alarm, metric, of }) => h('li', {}, h('bdi', {}, alarm), ' watches ', h('code', {}, metric), ' of ', h('bdi', {}, of))))),
  ];
  return [h('div', { class: 'column' }, breakIt, card(`Findings (${fn.findings.length})`, findingList(app, fn.findings))), h('div', { class: 'column' }, ...cards)];
}

function card(title: string, ...children: readonly Child[]): PageElement {
  return h('section', { 'class': 'card', 'aria-label': title }, h('h3', {}, title), ...children);
}

function callers({ callers: all }: Explanation): PageElement {
  if (all.length === 0) {
    return h('p', { class: 'none' }, 'Nothing in this app calls it asynchronously.');
  }
  const said = new Map(all.map(caller => [JSON.stringify([caller.kind, caller.from, caller.by, caller.enabled]), caller]));
  return h('ul', { class: 'callers' }, ...[...said.values()].map(caller => h('li', {}, ...called(caller))));
}

function called(caller: Caller): Child[] {
  const { kind, from, by, enabled, sender } = caller;
  if (isCloudFormation(caller)) {
    return ['CloudFormation, for ', h('bdi', {}, by)];
  }
  const times = typeof sender?.retryAttempts === 'number' ? `${sender.retryAttempts} times` : '';
  const span = typeof sender?.maxEventAge === 'number' ? `for up to ${duration(sender.maxEventAge)}` : '';
  const retries = sender?.retryAttempts === 0 ? 'does not retry' : `retries ${[span, times].filter(part => part).join(', at most ') || 'for an unknown time'}`;
  return [
    h('b', {}, CALLER_WORDS[kind]), ' of ', h('bdi', {}, from ?? by), enabled === false && ' (switched off)',
    sender && h('span', { class: 'sender' }, ` ${retries} until Lambda accepts the event, then `, sender.deadLetterQueue
      ? h('span', { class: 'kept' }, 'keeps it in ', h('bdi', {}, sender.deadLetterQueue))
      : h('span', { class: 'drops' }, 'drops it')),
  ];
}

function config({ configs, qualifier, configuredElsewhere, retryAttempts, maxEventAge }: Explanation): PageElement[] {
  const shown = (setting: Explanation['retryAttempts'], words: (value: number) => string) => typeof setting === 'number' ? words(setting) : `unknown, because ${setting.unknown}`;
  return [
    h('p', {}, configs.length === 0
      ? `No config is for ${qualifier}, so Lambda’s defaults apply.${configuredElsewhere.length > 0 ? ` The config of ${configuredElsewhere.join(' and ')} does not apply: Lambda never falls back to another qualifier.` : ''}`
      : configs.length === 1 ? `${configs[0]} applies, because it is for exactly ${qualifier}.` : `${configs.join(' and ')} are all for ${qualifier}, and overwrite each other.`),
    h('dl', { class: 'settings' }, h('dt', {}, 'Retries'), h('dd', {}, shown(retryAttempts, String)), h('dt', {}, 'Maximum age'), h('dd', {}, shown(maxEventAge, duration))),
  ];
}

function deliveries(all: readonly DeclaredDelivery[], { lost, declined }: Explanation): Child[] {
  return [
    all.length === 0 && h('p', { class: 'none' }, `Nowhere.${declined.length > 0 ? ' The config leaves the destination empty.' : ''}`),
    h('ul', { class: 'deliveries' }, ...all.map(({ role, to, actions, key, consumers }) => h(
      'li', {},
      h('p', {}, h('b', {}, role), ' → ', h('bdi', {}, to)),
      actions.length > 0 && h('ul', { class: 'actions' }, ...actions.map(({ name, on, missing }) => h(
        'li', { class: missing ? 'missing' : 'there' },
        h('code', {}, name), on === 'key' ? ' on the key' : '', missing ? ': the execution role lacks it, so the record is lost' : ': nothing in the app refuses it',
      ))),
      key !== undefined && h('p', { class: 'key' }, 'Encrypted with ', h('bdi', {}, key)),
      h('p', { class: 'consumers' }, ...takers(consumers)),
    ))),
    h('p', { class: 'lost-says' }, `If Lambda gives an event up, what is lost: ${lost}.`),
  ];
}

function takers(consumers: readonly Consumer[]): Child[] {
  return consumers.length === 0
    ? ['Nothing in the app takes records from there.']
    : ['Taken by ', ...consumers.map(({ kind, to, by }, index): Child => [index > 0 && ', ', h('bdi', {}, to), kind === 'event-source-mapping' ? '' : ` (${CALLER_WORDS[kind]} ${by})`])];
}
