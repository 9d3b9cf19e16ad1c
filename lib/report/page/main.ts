import { open } from './open';
import type { PageInput } from '../page-input';

/** The input that the page carries. */
async function inputOfPage(): Promise<PageInput> {
  const packed = document.querySelector<HTMLTemplateElement>('#app')!.content.textContent;
  const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return JSON.parse(text);
}

void inputOfPage().then(input => open(document.querySelector<HTMLElement>('#page')!, input));

if ('live' in document.documentElement.dataset) {
  new EventSource('/changes').addEventListener('change', () => location.reload());
}
