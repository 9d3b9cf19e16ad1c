import { clipped, h, type PageElement } from './element';
import type { AppFunction } from '../model/app';
import type { Fate } from '../model/fate';

/** Words for what becomes of events that keep failing. */
export const FATE_WORDS: Readonly<Record<Fate['kind'], string>> = { lost: 'lost', stored: 'kept', dropped: 'dropped', unknown: 'unknown', deployment: 'deployment' };

/** The functions as buttons, with what becomes of their failed events. */
export function functionList(
  functions: readonly AppFunction[], fates: ReadonlyMap<string, Fate>, selected: string | undefined, select: (id: string) => void,
): PageElement {
  return functions.length === 0
    ? h('p', { class: 'none' }, 'No function matches.')
    : h('ul', { class: 'functions' }, ...functions.map(fn => h('li', {}, entry(fn, fates.get(fn.id)?.kind ?? 'unknown', selected === fn.id, select))));
}

function entry({ id, explained: { function: name, qualifier }, findings }: AppFunction, fate: Fate['kind'], isSelected: boolean, select: (id: string) => void): PageElement {
  const parts = name.split('/');
  return h(
    'button', { 'type': 'button', 'class': isSelected ? 'selected' : undefined, 'aria-current': isSelected ? 'true' : undefined, 'data-id': id, 'title': id, 'onclick': () => select(id) },
    h('span', { class: 'name' }, h('bdi', {}, clipped(parts.at(-1)!, 40)), h('small', {}, h('bdi', {}, clipped(`${qualifier} · ${parts.slice(0, -1).join('/')}`, 48)))),
    findings.length > 0 && h('span', { class: `badge ${findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}`, title: `${findings.length} findings` }, findings.length),
    h('span', { class: `fate ${fate}` }, FATE_WORDS[fate]),
  );
}
