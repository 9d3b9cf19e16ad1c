import { h, marked, type Child, type PageElement } from './element';
import { duration } from '../../duration';
import type { PlayedEvent, PlayedStep } from '../scenario/stage';

const WIDTH = 640;
const EDGE = 9;

/** Repetitions beyond these are counted. */
const MOST_REPEATS = 3;

/** The steps of an event on a line to scale. What is after a time is faint. */
export function playedLine({ steps, function: fn }: PlayedEvent, until: number, at: number): PageElement {
  const scale = until === 0 ? 0 : (WIDTH - 2 * EDGE) / until;
  const x = (time: number) => EDGE + time * scale;
  const last = steps.at(-1)!.at;
  return h(
    'svg', { 'viewBox': `0 0 ${WIDTH} 40`, 'class': 'played', 'role': 'img', 'aria-label': `${fn}: ${steps.map(({ at: time, says }) => `${duration(time)} ${says}`).slice(0, 12).join(', ')}` },
    h('line', { x1: EDGE, x2: WIDTH - EDGE, y1: 18, y2: 18, class: 'axis' }),
    h('line', { x1: x(steps[0].at), x2: x(Math.min(last, at)), y1: 18, y2: 18, class: 'life' }),
    ...steps.map(step => mark(step, x(step.at), step.at > at)),
    h('line', { x1: x(at), x2: x(at), y1: 2, y2: 34, class: 'now' }),
  );
}

function mark({ kind, at, says }: PlayedStep, x: number, isLater: boolean): PageElement {
  const title = h('title', {}, `${duration(at)} ${says}`);
  const attributes = { class: `mark ${kind}${isLater ? ' later' : ''}` };
  switch (kind) {
    case 'given-up': return h('path', { ...attributes, d: `M${x - 5} 13 l10 10 m0 -10 l-10 10` }, title);
    case 'sent': case 'not-sent': return h('rect', { ...attributes, x: x - 5, y: 26, width: 10, height: 10, rx: 2 }, title);
    case 'throttled': case 'system-error': return h('rect', { ...attributes, x: x - 2, y: 11, width: 4, height: 14, rx: 2 }, title);
    default: return h('circle', { ...attributes, cx: x, cy: 18, r: kind === 'accepted' ? 4 : 6 }, title);
  }
}

/** The steps of an event until a time, as a list. The middle of long repetitions is left out. */
export function stepList({ steps }: PlayedEvent, at: number): PageElement {
  const seen = steps.filter(step => step.at <= at);
  return h('ol', { class: 'steps' }, ...abridged(seen), seen.length < steps.length && h('li', { class: 'later' }, `${steps.length - seen.length} more later`));
}

function abridged(steps: readonly PlayedStep[]): Child[] {
  const items: Child[] = [];
  for (let index = 0; index < steps.length;) {
    const next = steps.findIndex((step, position) => position > index && step.says !== steps[index].says);
    const same = (next < 0 ? steps.length : next) - index;
    const shown = same <= MOST_REPEATS ? steps.slice(index, index + same) : [steps[index], steps[index + same - 1]];
    items.push(item(shown[0]), same > MOST_REPEATS && h('li', { class: 'more' }, `${same - 2} more times the same`), ...shown.slice(1).map(item));
    index += same;
  }
  return items;
}

function item({ at, kind, says }: PlayedStep): PageElement {
  return h('li', { class: kind }, h('time', {}, clock(at)), ' ', ...marked(says));
}

/** E.g. `1:02:03`. */
export function clock(seconds: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:${pad(seconds / 60 % 60)}` : Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
}
