import { page, section, tableOf } from '../../test/docs/pages';

const RENDERED = 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/';
const RAW = 'https://raw.githubusercontent.com/cdk-async-invoke/cdk-async-invoke/main/';

const README = page('README.md');

/** The address of a page as Markdown. */
export function raw(path: string): string {
  return `${RAW}${path}`;
}

/** The name of the library, and its paragraphs up to the first heading, without pictures and links. */
export function introduction(): { title: string; summary: string; paragraphs: string[] } {
  const [title, summary, ...paragraphs] = README.split(/\n## /)[0].split('\n\n').map(text => text.replaceAll('\n', ' ').trim());
  return { title: title.replace(/^# /, ''), summary, paragraphs: paragraphs.filter(text => !text.startsWith('![')).map(withoutLinks) };
}

/** What to use for what: the constructs, and the page about each. */
export function uses(): { purpose: string; construct: string; url: string }[] {
  return tableOf(README, 'Which construct do I need?').map(([purpose, construct, link]) => ({
    purpose, construct, url: /\((.*)\)/.exec(link)![1].replace(RENDERED, RAW),
  }));
}

/** The pages of the documentation: title, path in the repository, content. */
export function documents(): { title: string; path: string; content: string }[] {
  return tableOf(page('docs/README.md'), 'Documentation').map(([link, content]) => {
    const [, title, file] = /^\[(.*)\]\((.*)\)$/.exec(link)!;
    return { title, path: `docs/${file}`, content: withoutLinks(content) };
  });
}

/** The first snippet below a heading of a page. */
export function snippetBelow(path: string, heading: string): string {
  return /^```.*\n([^]*?)^```$/m.exec(section(page(path), heading))![1].trim();
}

function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
