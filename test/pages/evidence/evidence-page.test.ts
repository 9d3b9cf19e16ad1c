import { RULEBOOK } from '../../../lib/checks';
import { evidencePage } from '../../../pages/evidence/evidence-page';
import { constraints, facts } from '../../constraints/tables';

const page = evidencePage();

/** The number of rows below a heading, with those below its subheadings. */
function rows(heading: string): number {
  return page.split(`\n## ${heading}\n`)[1].split('\n## ')[0].split('\n').filter(line => /^\| (?!---|Fact \||Rule \||Limit \|)/.test(line)).length;
}

test.each([
  ['Facts', facts().length],
  ['Rules', RULEBOOK.flatMap(({ rules }) => rules).length],
  ['Limits', constraints().length],
])('has a row for each of the %s, and counts them by grade', (heading, all) => {
  expect(rows(heading)).toBe(all);
  const [, recorded, documented, derived, sum] = page.split('\n').find(line => line.startsWith(`| [${heading}]`))!.split(' | ').map(Number.parseFloat);
  expect(sum).toBe(all);
  expect(recorded + documented + derived).toBe(all);
});

test('calls each service by its name', () => {
  expect(page).toContain('\n### AWS Lambda\n');
  expect(page).not.toContain('undefined');
});
