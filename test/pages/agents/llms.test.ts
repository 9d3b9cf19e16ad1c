import { RULEBOOK } from '../../../lib/checks';
import { llms } from '../../../pages/agents/llms';
import { PAGES } from '../../docs/pages';

const TEXT = llms();
const linked = [...TEXT.matchAll(/\]\(https:\/\/raw\.githubusercontent\.com\/cdk-async-invoke\/cdk-async-invoke\/main\/([^#)]+)[^)]*\)/g)].map(([, path]) => path);

test('begins with the name and the summary, as llmstxt.org asks', () => {
  expect(TEXT).toMatch(/^# cdk-async-invoke\n\n> [^\n]+\.\n\n/);
  expect(TEXT.match(/^## .*$/gm)).toEqual(['## Constructs', '## Command line', '## Documentation', '## Optional']);
});

test('lists every page of the documentation and every rule', () => {
  expect(linked).toEqual(expect.arrayContaining(PAGES.filter(path => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/README.md')));
  expect(linked).toEqual(expect.arrayContaining(RULEBOOK.map(({ id }) => `docs/rules/${id}.md`)));
});

test('has no line of several lines, and no link that only works in the repository', () => {
  const entries = TEXT.split('\n').filter(line => line.startsWith('- '));

  expect(entries.length).toBeGreaterThan(60);
  expect(entries.filter(entry => !/^- \[[^\]]+\]\(https:\/\/[^)\s]+\): \S/.test(entry))).toEqual([]);
});
