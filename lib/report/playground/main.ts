import { droppedApp, type DroppedFile } from './dropped-app';
import { EXAMPLE } from './example';
import { open } from '../page/open';
import { show } from '../page/view/dom';
import { h } from '../page/view/element';

const root = document.querySelector<HTMLElement>('#page')!;

/** More files than a cloud assembly has: something else was dropped. */
const MOST_FILES = 20_000;

/** Asks for an app. */
function ask(problem?: string): void {
  const chosen = (event: { readonly target: HTMLInputElement }) => void showDropped(async () => [...event.target.files!].map(named));
  show(root, h(
    'section', { class: 'card drop' },
    h('h1', {}, 'Where does your app lose events?'),
    h('p', {}, 'Drop the folder ', h('code', {}, 'cdk.out'), ' of a CDK app, or CloudFormation templates in JSON or YAML, anywhere on this page. They stay in your browser: this page has no connection.'),
    problem !== undefined && h('p', { class: 'outcome lost', role: 'alert' }, problem),
    h(
      'p', { class: 'choices' },
      h('label', { class: 'choice' }, 'Choose templates', h('input', { type: 'file', name: 'templates', multiple: true, accept: '.json,.yaml,.yml,.template', onchange: chosen })),
      h('label', { class: 'choice' }, 'Choose a folder', h('input', { type: 'file', name: 'folder', webkitdirectory: true, onchange: chosen })),
      h('button', { type: 'button', onclick: () => void showDropped(async () => [{ path: 'example.yaml', size: EXAMPLE.length, text: async () => EXAMPLE }]) }, 'Try an example'),
    ),
    h('p', { class: 'source' }, h('a', { href: 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/page.md', rel: 'noreferrer noopener' }, 'How to read the page')),
  ));
}

async function showDropped(files: () => Promise<DroppedFile[]>): Promise<void> {
  try {
    await open(root, await droppedApp(await files()));
  } catch (error) {
    ask((error as Error).message);
  }
}

function named(file: File): DroppedFile {
  return { path: file.webkitRelativePath || file.name, size: file.size, text: () => file.text() };
}

/** All files of what was dropped, those in folders included. */
async function filesOf({ items, files }: DataTransfer): Promise<DroppedFile[]> {
  // Both lists are gone as soon as the event is over.
  const [entries, plain] = [[...items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null), [...files].map(named)];
  return entries.length === 0 ? plain : (await Promise.all(entries.map(entry => within(entry, '')))).flat().slice(0, MOST_FILES);
}

async function within(entry: FileSystemEntry, folder: string): Promise<DroppedFile[]> {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ ...named(file), path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader yields the entries in parts.
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (more.length === 0) {
      break;
    }
    children.push(...more);
  }
  // Assets may hold thousands of files, and none that is read.
  return (await Promise.all(children.filter(({ name }) => !name.startsWith('asset.')).map(child => within(child, `${path}/`)))).flat();
}

document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => {
  event.preventDefault();
  const { dataTransfer } = event;
  if (dataTransfer) {
    void showDropped(() => filesOf(dataTransfer));
  }
});
ask();
