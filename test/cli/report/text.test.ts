import { checkedOf, findingOf } from './checked';
import { text } from '../../../lib/cli/report/text';

const WARNING = findingOf({ id: 'Doubtful', severity: 'warning', stack: 'A' });
const HINT = '`cdk-async-invoke check --explain ID` explains a rule, with an example.';
const block = (head: string) => `  ${head}\n    \`P\` must be no queue, got: v.\n    AWS, a page\n`;

test('nothing found is one line', () => {
  expect(text(checkedOf([]), false)).toBe('1 function in 2 stacks: nothing found\n');
});

test('findings are listed stack by stack in their order, and counted', () => {
  const found = [findingOf(), WARNING, findingOf({ id: 'NoTopic' })];

  expect(text(checkedOf(found), false)).toBe(`A
${block('warning Doubtful at S/Fn/Resource')}
S
${block('error NoQueue at S/Fn/Resource')}${block('error NoTopic at S/Fn/Resource')}
1 function in 2 stacks: 2 errors, 1 warning

${HINT}
`);
});

test('a finding without a construct path is at its logical id', () => {
  expect(text(checkedOf([findingOf({ path: undefined })]), false))
    .toBe(`S\n${block('error NoQueue at Fn')}\n1 function in 2 stacks: 1 error, 0 warnings\n\n${HINT}\n`);
});

test('acknowledged findings are only counted', () => {
  expect(text(checkedOf([], [findingOf(), WARNING]), false)).toBe('1 function in 2 stacks: nothing found, 2 acknowledged\n');
});

test('the hint at the pages comes before the unread parts', () => {
  expect(text(checkedOf([findingOf()], [], 'My::Macro'), false)).toMatch(new RegExp(`1 error, 0 warnings\n\n${HINT}\n\nnot everything could be read:\n`));
});

test('unread parts come last', () => {
  expect(text(checkedOf([], [], 'My::Macro'), false))
    .toBe('1 function in 2 stacks: nothing found\n\nnot everything could be read:\n  S: the template has a `Transform`\n');
});

test('colours tell errors from warnings, and both from nothing', () => {
  const found = text(checkedOf([findingOf(), WARNING]), true);

  expect(found).toContain('  \u001b[31merror\u001b[0m \u001b[1mNoQueue\u001b[0m at S/Fn/Resource');
  expect(found).toContain('  \u001b[33mwarning\u001b[0m \u001b[1mDoubtful\u001b[0m at S/Fn/Resource');
  expect(text(checkedOf([]), true)).toBe('1 function in 2 stacks: \u001b[32mnothing found\u001b[0m\n');
});
