import { ASSEMBLY, type PageInput } from '../page-input';
import { hold, readFileSync } from './doors/files';
import { appOf } from './model/app';
import { show } from './view/dom';
import { h } from './view/element';
import { Page } from './view/page';

/** The input that the page carries; undefined if it has none. */
async function inputOfPage(): Promise<PageInput | undefined> {
  const packed = document.querySelector<HTMLTemplateElement>('#app')?.content.textContent;
  if (!packed) {
    return undefined;
  }
  const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return JSON.parse(text);
}

/** Shows an app in a part of the page. */
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

const root = document.querySelector<HTMLElement>('#page')!;
void inputOfPage().then(input => input && open(root, input));

if ('live' in document.documentElement.dataset) {
  new EventSource('/changes').addEventListener('change', () => location.reload());
}
