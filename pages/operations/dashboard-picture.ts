import { shownDashboard, type Annotation, type Widget } from './dashboard-body';
import { IN_ALARM, invented, POINTS } from './invented-series';

/** Pixels of a column and of a row of the grid, and the space around a widget. */
const [COLUMN, ROW, GAP] = [44, 34, 4];

const LINES = ['#1f77b4', '#ff7f0e', '#2ca02c', '#9467bd'];

const STYLE = `
    text { font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 12px; fill: #1f2328; }
    .title { font-size: 13px; font-weight: 600; }
    .head { font-size: 18px; font-weight: 600; }
    .muted { fill: #59636e; font-size: 11px; }
    .widget { fill: #ffffff; stroke: #d1d9e0; }
    .grid { stroke: #d1d9e0; fill: none; }
    .limit { stroke: #d62728; stroke-dasharray: 5 3; fill: none; }
    .limit-label { fill: #d62728; font-size: 11px; }
    .line { fill: none; stroke-width: 1.6; }
    .ok { fill: #1d8102; }
    .alarm { fill: #d13212; }
    .state { fill: #ffffff; font-size: 11px; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .muted { fill: #a5adb8; }
      .widget { fill: #0d1117; stroke: #3d444d; }
      .grid { stroke: #3d444d; }
      .limit-label { fill: #ff8f88; }
      .state { fill: #ffffff; }
    }
  `;

/** The dashboard of an example, with invented values, as SVG: drawn from the body that CloudWatch gets. */
export function dashboardPicture(): string {
  const { widgets, alarmNames } = shownDashboard();
  const second = widgets.findIndex(({ properties: { markdown } }, index) => index > 0 && markdown?.startsWith('## '));
  const shown = widgets.slice(0, second);
  const [width, height] = [24 * COLUMN, Math.max(...shown.map(({ y, height: rows }) => y + rows)) * ROW];
  const titles = shown.flatMap(({ properties: { title } }) => title === undefined ? [] : [title]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    '  <title id="title">A dashboard of asynchronous invocation</title>',
    `  <desc id="description">Invented values. The widgets are ${titles.join(', ')}.</desc>`,
    `  <style>${STYLE}</style>`,
    ...shown.flatMap(widget => drawn(widget, alarmNames)),
    '</svg>',
  ].join('\n') + '\n';
}

/** The place of a widget in pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function drawn(widget: Widget, alarmNames: ReadonlyMap<string, string>): string[] {
  const { x, y, width, height } = widget;
  const box = { left: x * COLUMN + GAP, top: y * ROW + GAP, width: width * COLUMN - 2 * GAP, height: height * ROW - 2 * GAP };
  switch (widget.type) {
    case 'text': return words(box, widget.properties.markdown!);
    case 'alarm': return [...frame(box, widget.properties.title!), ...widget.properties.alarms!.flatMap((id, index) => alarm(box, alarmNames.get(id)!, index))];
    case 'metric': return [...frame(box, widget.properties.title!), ...graph(box, widget)];
  }
}

function frame({ left, top, width, height }: Box, title: string): string[] {
  return [
    `  <rect class="widget" x="${left}" y="${top}" width="${width}" height="${height}" rx="4"/>`,
    `  <text class="title" x="${left + 12}" y="${top + 22}">${escaped(title)}</text>`,
  ];
}

function words({ left, top, width }: Box, markdown: string): string[] {
  const [first, ...rest] = markdown.split('\n');
  const isHead = first.startsWith('## ');
  const head = isHead ? [`  <text class="head" x="${left + 8}" y="${top + 24}">${escaped(first.slice(3))}</text>`] : [];
  const lines = wrapped((isHead ? rest : [first, ...rest]).join(' ').replaceAll(/[*`]/g, ''), Math.floor(width / 6.6));
  return [...head, ...lines.map((line, index) => `  <text x="${left + 8}" y="${top + (isHead ? 48 : 24) + 17 * index}">${escaped(line)}</text>`)];
}

function alarm({ left, top }: Box, name: string, index: number): string[] {
  const y = top + 36 + index * 17;
  const state = IN_ALARM.includes(name) ? 'alarm' : 'ok';
  return [
    `  <rect class="${state}" x="${left + 12}" y="${y}" width="48" height="14" rx="3"/>`,
    `  <text class="state" x="${left + 36}" y="${y + 11}" text-anchor="middle">${state.toUpperCase()}</text>`,
    `  <text x="${left + 68}" y="${y + 11}">${escaped(name)}</text>`,
  ];
}

function graph({ left, top, width, height }: Box, { properties: { metrics = [], annotations } }: Widget): string[] {
  const plot = { left: left + 44, top: top + 36, width: width - 44 - 44, height: height - 36 - 50 };
  const series = shownSeries(metrics);
  const limits = annotations?.horizontal ?? [];
  const largest = (axis: string) => {
    const values = series.filter(one => one.axis === axis).flatMap(one => one.values);
    return Math.max(1, ...values, ...limits.filter(({ yAxis }) => yAxis === axis).map(({ value }) => value)) * 1.1;
  };
  return [
    `  <path class="grid" d="M${plot.left} ${plot.top}V${plot.top + plot.height}H${plot.left + plot.width}"/>`,
    ...['left', 'right'].filter(axis => series.some(one => one.axis === axis)).map(axis =>
      `  <text class="muted" x="${axis === 'left' ? plot.left - 6 : plot.left + plot.width + 6}" y="${plot.top + 8}" text-anchor="${axis === 'left' ? 'end' : 'start'}">${short(largest(axis) / 1.1)}</text>`),
    ...limits.flatMap(limit => limitLine(plot, limit, largest(limit.yAxis))),
    ...series.map(({ values, axis }, index) => `  <path class="line" stroke="${LINES[index]}" d="${path(plot, values, largest(axis))}"/>`),
    ...legend({ left: left + 12, top: top + height - 28, width: width - 24, height: 28 }, series.map(({ label }) => label)),
  ];
}

interface Series {
  readonly label: string;
  readonly axis: string;
  readonly values: readonly number[];
}

/** The visible metrics with invented values. An expression shows the hidden metric that it computes from, in seconds. */
function shownSeries(metrics: NonNullable<Widget['properties']['metrics']>): Series[] {
  const hidden = metrics.find(metric => metric.length > 1 && renderingOf(metric).visible === false);
  return metrics.filter(metric => renderingOf(metric).visible !== false).map(metric => {
    const { label = '', yAxis = 'left', expression } = renderingOf(metric);
    const values = expression === undefined ? invented(String(metric[1])) : invented(String(hidden![1])).map(value => value / 1000);
    return { label, axis: yAxis, values };
  });
}

function renderingOf(metric: NonNullable<Widget['properties']['metrics']>[number]) {
  return metric.at(-1) as Exclude<(typeof metric)[number], string>;
}

function limitLine(plot: Box, { value, label }: Annotation, largest: number): string[] {
  const y = round(plot.top + plot.height * (1 - value / largest));
  return [
    `  <path class="limit" d="M${plot.left} ${y}H${plot.left + plot.width}"/>`,
    `  <text class="limit-label" x="${plot.left + plot.width - 4}" y="${round(y - 4)}" text-anchor="end">${escaped(label)}</text>`,
  ];
}

function path({ left, top, width, height }: Box, values: readonly number[], largest: number): string {
  return values.map((value, index) => `${index === 0 ? 'M' : 'L'}${round(left + width * index / (POINTS - 1))} ${round(top + height * (1 - value / largest))}`).join('');
}

/** The labels of the lines, in as many rows as they need. */
function legend({ left, top, width }: Box, labels: readonly string[]): string[] {
  let [x, y] = [left, top];
  return labels.flatMap((label, index) => {
    const needed = 28 + label.length * 6;
    if (x > left && x + needed > left + width) {
      [x, y] = [left, y + 16];
    }
    const at = x;
    x += needed;
    return [`  <path class="line" stroke="${LINES[index]}" d="M${at} ${y - 4}h12"/>`, `  <text class="muted" x="${at + 16}" y="${y}">${escaped(label)}</text>`];
  });
}

function wrapped(line: string, characters: number): string[] {
  return line.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= characters ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
}

function short(value: number): string {
  return value >= 10_000 ? `${Math.round(value / 1000)}k` : String(Math.round(value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
