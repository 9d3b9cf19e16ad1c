import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from './command-line';
import { RULEBOOK } from '../../lib/checks';
import { rulePage } from '../../lib/cli/rule-page';
import { UsageError } from '../../lib/cli/usage-error';

const ALL = 'All rules: https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/rules/README.md';

test('prints the page, without an app', () => {
  const page = readFileSync(join(__dirname, '../../docs/rules/FifoQueueDestination.md'), 'utf8');

  expect(cli(['check', '--explain', 'FifoQueueDestination'])).toEqual({ code: 0, out: page, problem: '' });
});

test.each(RULEBOOK.map(({ id }) => id))('%s has a page', id => {
  expect(rulePage(id)).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^# ${id}\n`)) });
});

test('takes an id with its owner', () => {
  expect(rulePage('cdk-async-invoke:EmptyConfig').out).toMatch(/^# EmptyConfig\n/);
});

test('names similar rules when there is no such rule', () => {
  expect(cli(['check', '--explain', 'FifoQueue'])).toEqual({
    code: 2, out: '', problem: `cdk-async-invoke: \`--explain\` must name a rule that exists, got: "FifoQueue". Did you mean FifoQueueDestination? ${ALL}\n`,
  });
});

test('names all rules when none is similar', () => {
  const ids = RULEBOOK.map(({ id }) => id).sort();

  expect(() => rulePage('../secrets')).toThrow(new UsageError(`\`--explain\` must name a rule that exists, got: "../secrets". The rules are: ${ids.join(', ')}. ${ALL}`));
});
