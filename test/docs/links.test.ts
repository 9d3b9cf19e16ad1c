import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { page, PAGES, ROOT } from './pages';

/** A link, and the file and heading of this repository that it leads to. */
interface Link {
  readonly target: string;
  readonly isAbsolute: boolean;
  readonly path: string;
  readonly anchor?: string;
}

const HERE = /^https:\/\/(?:github\.com\/cdk-async-invoke\/cdk-async-invoke\/(?:blob|tree)|raw\.githubusercontent\.com\/cdk-async-invoke\/cdk-async-invoke)\/main\/([^#]*)(?:#(.*))?$/;

describe.each([...PAGES, 'llms.txt'])('%s', path => {
  test('links to files and headings that exist', () => {
    const broken = linksOf(path).filter(link => !leadsSomewhere(link)).map(({ target }) => target);

    expect(broken).toEqual([]);
  });
});

test('the README has absolute links only, because registries show it elsewhere', () => {
  expect(linksOf('README.md').filter(({ isAbsolute }) => !isAbsolute)).toEqual([]);
  expect(linksOf('README.md').length).toBeGreaterThan(10);
});

test('every page of the documentation is in its index', () => {
  const listed = linksOf('docs/README.md').map(link => link.path);
  const pages = PAGES.filter(path => /^docs\/[^/]*\.md$/.test(path) && path !== 'docs/README.md');

  expect(pages.filter(path => !listed.includes(path))).toEqual([]);
});

describe('a broken link', () => {
  test.each([
    ['docs/no-such-page.md', undefined],
    ['docs/concepts.md', 'no-such-heading'],
    ['docs/concepts.md', 'Glossary'],
  ])('is found: %s %s', (path, anchor) => {
    expect(leadsSomewhere({ target: '', isAbsolute: false, path, anchor })).toBe(false);
  });

  test('is told from a good one', () => {
    expect(leadsSomewhere({ target: '', isAbsolute: false, path: 'docs/concepts.md', anchor: 'glossary' })).toBe(true);
  });
});

/** The links of a page into this repository; those in code are none. */
function linksOf(path: string): Link[] {
  const text = page(path).replace(/^```.*\n[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, 'code');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, target]) => {
    const [, file, anchor] = HERE.exec(target) ?? [];
    if (file !== undefined) {
      return { target, isAbsolute: true, path: file, anchor };
    }
    if (/^[a-z]+:/.test(target)) {
      return [];
    }
    const [relative, heading] = target.split('#');
    return { target, isAbsolute: false, path: relative === '' ? path : normalize(join(dirname(path), relative)), anchor: heading };
  });
}

function leadsSomewhere({ path, anchor }: Link): boolean {
  return existsSync(join(ROOT, path)) && (anchor === undefined || anchorsOf(page(path)).includes(anchor));
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  const headings = text.replace(/^```.*\n[^]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading]) => heading.replaceAll('`', '').toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-'));
}
