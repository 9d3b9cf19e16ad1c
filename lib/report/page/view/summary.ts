import { clipped, h, type PageElement } from './element';
import { findingList } from './findings';
import type { App, AppFunction } from '../model/app';
import type { Fate } from '../model/fate';

/** How many places where events are lost are named. */
const MOST_NAMED = 8;

/** How many findings are open at once. */
const MOST_FINDINGS = 40;

/** What a reader has to know first: where events are lost. */
export function headline(functions: readonly AppFunction[], fates: ReadonlyMap<string, Fate>, select: (id: string) => void): PageElement {
  const of = (kind: Fate['kind']) => functions.filter(({ id }) => fates.get(id)?.kind === kind);
  const lost = of('lost');
  const [unknown, dropped] = [of('unknown').length, of('dropped').length];
  if (functions.length === 0) {
    return h('section', { class: 'headline' }, h('p', { class: 'verdict' }, 'This app neither configures nor makes asynchronous invocations.'));
  }
  return h(
    'section', { class: `headline ${lost.length > 0 ? 'lost' : unknown > 0 ? 'unknown' : 'stored'}` },
    h('p', { class: 'verdict' }, lost.length > 0
      ? `${lost.length} of ${counted(functions.length, 'function')} ${lost.length === 1 ? 'loses' : 'lose'} events that keep failing.`
      : dropped > 0 && unknown === 0 ? `No function loses failed events, except ${dropped} of ${functions.length} on purpose.`
        : unknown > 0 ? `No function loses failed events for certain; for ${unknown} of ${functions.length} it is unknown.` : functions.length === 1 ? 'The one function keeps the events that keep failing.' : `All ${functions.length} functions keep the events that keep failing.`),
    lost.length > 0 && h('p', { class: 'places' }, 'Lost at ', ...lost.slice(0, MOST_NAMED).map(({ id }) =>
      [h('button', { type: 'button', class: 'chip lost', title: id, onclick: () => select(id) }, h('bdi', {}, clipped(id, 44))), ' ']),
    lost.length > MOST_NAMED && ` and ${lost.length - MOST_NAMED} more`),
  );
}

/** What the page shows as long as no function is selected. */
export function overview(app: App): PageElement {
  const count = (severity: string) => app.findings.filter(finding => finding.severity === severity).length;
  return h(
    'section', { 'class': 'card', 'aria-label': 'Findings' },
    h('h2', {}, 'Findings'),
    h('p', {}, `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}${app.acknowledged > 0 ? `, ${app.acknowledged} acknowledged` : ''}. Choose a function to see the way of its events, and to break it.`),
    findingList(app, app.findings.slice(0, MOST_FINDINGS)),
    app.findings.length > MOST_FINDINGS && h('details', {}, h('summary', {}, `${app.findings.length - MOST_FINDINGS} more`), findingList(app, app.findings.slice(MOST_FINDINGS))),
    app.unread.length > 0 && h('details', {}, h('summary', {}, `${counted(app.unread.length, 'part')} of the app could not be read`), h('ul', {}, ...app.unread.map(part => h('li', {}, Object.values(part).join(': '))))),
  );
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
