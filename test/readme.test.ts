import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, type Severity } from '../lib/checks';
import { FOREIGN_FUNCTION } from '../lib/constraints/aws-lambda/event-invoke-config';

const README = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the README lists every rule that an app is checked for', () => {
  const [, errors, warnings] = /\| Errors \| Warnings \|\n\| --- \| --- \|\n\| (.*) \| (.*) \|\n/.exec(README)!;
  const ids = (severity: Severity) => CHECKS.filter(check => check.severity === severity).map(({ rule }) => rule.id);

  expect(listed(errors)).toEqual([...ids('error'), FOREIGN_FUNCTION.id].sort());
  expect(listed(warnings)).toEqual(ids('warning').sort());
});

function listed(cell: string): string[] {
  return cell.split(', ').map(id => /`(\w+)`/.exec(id)![1]);
}
