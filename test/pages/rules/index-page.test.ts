import type { RulebookEntry } from '../../../lib/checks';
import { indexPage } from '../../../pages/rules/index-page';

const entry = (id: string, severity: 'error' | 'warning'): RulebookEntry => ({
  id,
  severity,
  rules: [
    { id, rule: 'be no queue', consequence: `${id} fails.`, remedy: 'Remove it.', source: 'AWS, a page', evidence: { grade: 'documented', says: 'No.' } },
    { id, rule: 'be short', consequence: 'It is cut off.', remedy: 'Shorten it.', source: 'AWS, a page', evidence: { grade: 'derived', from: ['No.'] } },
  ],
});

test('errors come before warnings, both in the order of the alphabet, with the grades of their evidence', () => {
  const rows = indexPage([entry('B', 'error'), entry('C', 'warning'), entry('A', 'error')]).split('\n').filter(line => /^(## |\| \[)/.test(line));

  expect(rows).toEqual([
    '## Errors',
    '| [A](A.md) | A fails. | documented, derived |',
    '| [B](B.md) | B fails. | documented, derived |',
    '## Warnings',
    '| [C](C.md) | C fails. | documented, derived |',
  ]);
});
