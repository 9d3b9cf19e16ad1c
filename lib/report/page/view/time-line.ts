import { h, type PageElement } from './element';
import { duration } from '../../duration';
import type { Span, TimeLine } from '../model/time-line';

const WIDTH = 640;
const HEIGHT = 30;

/** A run that takes no time is drawn this wide. */
const NARROWEST = 5;

/** Stretches of time, drawn to scale, with the same as a list for those who do not see it. */
export function timeLine({ title, spans, end, ending }: TimeLine): PageElement {
  const scale = end === 0 ? 0 : (WIDTH - NARROWEST) / end;
  return h(
    'figure', { class: 'time-line' },
    h('figcaption', {}, title, h('strong', {}, end === 0 ? 'at once' : duration(end))),
    h(
      'svg', { 'viewBox': `0 0 ${WIDTH} ${HEIGHT}`, 'role': 'img', 'aria-label': `${title}: ${spans.map(span => `${span.says} from ${duration(span.from)} to ${duration(span.to)}`).join(', ')}${ending ? `, then given up: ${ending}` : ''}` },
      h('line', { x1: 0, x2: WIDTH, y1: 15, y2: 15, class: 'axis' }),
      ...spans.map(span => bar(span, scale)),
    ),
    h('p', { class: 'legend' }, legend(spans), ending && h('span', { class: 'ending' }, `given up after ${duration(end)}: ${ending}`)),
  );
}

function bar({ from, to, kind, says }: Span, scale: number): PageElement {
  const width = Math.max((to - from) * scale, NARROWEST);
  const [y, height] = kind === 'wait' ? [12, 6] : [5, 20];
  return h('rect', { x: from * scale, y, width, height, rx: 3, class: `span ${kind}` }, h('title', {}, `${says}: ${duration(from)} to ${duration(to)}`));
}

/** Each stretch in words; equal kinds one after the other. */
function legend(spans: readonly Span[]): PageElement[] {
  return spans.map(({ from, to, kind, says }) => h('span', { class: `key ${kind}` }, `${says} `, h('b', {}, kind === 'run' && to === from ? `at ${duration(from)}` : duration(to - from))));
}
