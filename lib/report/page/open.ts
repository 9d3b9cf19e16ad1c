import { ASSEMBLY, type PageInput } from '../page-input';
import { hold, readFileSync } from './doors/files';
import { appOf } from './model/app';
import { show } from './view/dom';
import { h } from './view/element';
import { Page } from './view/page';

/** Shows an app in a part of the page, or the reason why it cannot be shown. */
export async function open(root: HTMLElement, input: PageInput): Promise<void> {
  try {
    const prefix = input.kind === 'assembly' ? `${ASSEMBLY}/` : '';
    hold(Object.fromEntries(Object.entries(input.files).map(([path, text]) => [prefix + path, text])));
    await Page.open(root, appOf(input, readFileSync), input.selected);
    document.documentElement.dataset.ready = '';
  } catch (error) {
    show(root, h('section', { class: 'card cannot', role: 'alert' }, h('h1', {}, 'The app cannot be shown'), h('p', {}, (error as Error).message)));
  }
}
