import { clipped, h, type PageElement } from './element';
import type { Fate } from '../model/fate';
import type { Drawing, PlacedEdge, PlacedNode } from '../model/layout';

/** What the drawing needs to know, besides the drawing. */
export interface GraphOptions {
  readonly fates: ReadonlyMap<string, Fate>;
  readonly selected?: string;
  select(id: string): void;
}

const LONGEST_NAME = 27;
const LONGEST_DETAIL = 31;

/** The ways of events as a drawing. Functions are buttons; arrow keys lead from one to the next. */
export function graph({ nodes, edges, width, height }: Drawing, options: GraphOptions): PageElement {
  return h(
    'svg', { 'viewBox': `0 0 ${width} ${height}`, 'width': width, 'height': height, 'class': 'graph', 'role': 'group', 'aria-label': 'Ways of events, from callers on the left to destinations on the right' },
    h('defs', {}, ...['call', 'success', 'failure', 'lost'].map(kind => h(
      'marker', { id: `arrow-${kind}`, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
      h('path', { d: 'M0 0 L8 4 L0 8 z', class: `arrow ${kind}` }),
    ))),
    ...edges.map(edge => line(edge, options)),
    ...nodes.map(node => box(node, options)),
  );
}

function line({ points, kind, label, from, to }: PlacedEdge, { selected }: GraphOptions): PageElement {
  const middle = points[Math.floor(points.length / 2)];
  const isNear = selected === undefined || from === selected || to === selected;
  return h(
    'g', { class: `edge ${kind}${isNear ? '' : ' far'}` },
    h('path', { 'd': curve(points), 'marker-end': `url(#arrow-${kind})` }),
    h('text', { 'x': middle.x, 'y': middle.y - 4, 'text-anchor': 'middle' }, label),
  );
}

/** A smooth line through points. */
function curve(points: PlacedEdge['points']): string {
  const [first, ...rest] = points;
  let path = `M${first.x} ${first.y}`;
  let last = first;
  for (const point of rest) {
    const half = (last.x + point.x) / 2;
    path += ` C${half} ${last.y} ${half} ${point.y} ${point.x} ${point.y}`;
    last = point;
  }
  return path;
}

function box(node: PlacedNode, options: GraphOptions): PageElement {
  const { id, kind, name, detail, x, y, width, height, function: fn } = node;
  const fate = options.fates.get(id);
  const parts = name.split('/');
  const title = parts.at(-1)!;
  const path = parts.slice(0, -1).join('/');
  const worst = fn?.findings.some(({ severity }) => severity === 'error') ? 'error' : fn && fn.findings.length > 0 ? 'warning' : undefined;
  const isSelected = id === options.selected;
  const act = () => options.select(id);
  const label = fn ? `${name}, qualifier ${detail}. ${fate?.says ?? ''}${worst ? ` ${fn.findings.length} findings.` : ''}` : `${name}, ${detail}`;
  return h(
    'g', {
      class: `node ${kind} ${fate ? fate.kind : ''}${isSelected ? ' selected' : ''}`,
      transform: `translate(${x} ${y})`,
      ...fn ? { 'role': 'button', 'tabindex': 0, 'aria-label': label, 'aria-pressed': isSelected ? 'true' : 'false', 'data-id': id, 'onclick': act, 'onkeydown': keys(act) } : {},
    },
    h('title', {}, fn ? label : `${name} (${detail})`),
    h('rect', { width, height, rx: 8 }),
    h('path', { class: 'stripe', d: `M8 0 h-2 a6 6 0 0 0 -6 6 v${height - 12} a6 6 0 0 0 6 6 h2 z` }),
    h('text', { x: 18, y: 19, class: 'name' }, kind === 'lost' ? '✕ lost' : clipped(title, LONGEST_NAME)),
    h('text', { x: 18, y: 35, class: 'detail' }, kind === 'lost' ? 'not kept' : clipped(fn ? `${detail} · ${path}` : path === '' ? detail : `${detail} · ${path}`, LONGEST_DETAIL)),
    worst && h('circle', { cx: width - 14, cy: 14, r: 8, class: `badge ${worst}` }),
    worst && h('text', { 'x': width - 14, 'y': 18, 'text-anchor': 'middle', 'class': 'count' }, fn!.findings.length),
  );
}

/** What the page needs of a pressed key: this file does not know the browser. */
interface PressedKey {
  readonly key: string;
  readonly currentTarget: Focusable & { readonly ownerSVGElement: { querySelectorAll(selector: string): Iterable<Focusable> } };
  preventDefault(): void;
}

interface Focusable {
  focus(): void;
}

function keys(act: () => void): (event: PressedKey) => void {
  return event => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act();
    } else if (event.key in steps) {
      event.preventDefault();
      const all = [...event.currentTarget.ownerSVGElement.querySelectorAll('[role=button]')];
      all[(all.indexOf(event.currentTarget) + steps[event.key] + all.length) % all.length].focus();
    }
  };
}
