import { h, marked, type PageElement } from './element';
import { pageUrl, type Finding } from '../../../checks';
import type { App } from '../model/app';

/** Findings with their pages and fixes. */
export function findingList(app: App, findings: readonly Finding[]): PageElement {
  return findings.length === 0 ? h('p', { class: 'none' }, 'The checks find nothing here.') : h('ul', { class: 'findings' }, ...findings.map(finding => findingItem(app, finding)));
}

function findingItem(app: App, finding: Finding): PageElement {
  const { id, severity, path, logicalId, message, source } = finding;
  const fix = app.fixOf(finding);
  return h(
    'li', { class: severity },
    h('p', { class: 'head' }, h('span', { class: `severity ${severity}` }, severity), ' ', h('a', { href: pageUrl(id), rel: 'noreferrer noopener', target: '_blank' }, id), ' ', h('span', { class: 'place' }, path ?? logicalId)),
    h('p', {}, ...marked(message)),
    fix && h('details', {}, h('summary', {}, `Fix: ${fix.summary}`), h('pre', { tabindex: 0 }, fix.snippet)),
    h('p', { class: 'source' }, source),
  );
}
