import { checkedOf, findingOf } from './checked';
import { json } from '../../../lib/cli/report/json';

const WARNING = findingOf({ id: 'Doubtful', severity: 'warning', stack: 'T' });

test('findings are counted, and listed in their order', () => {
  expect(JSON.parse(json(checkedOf([WARNING, findingOf(), findingOf()])))).toEqual({
    summary: { errors: 2, warnings: 1, acknowledged: 0, stacks: 2, functions: 1 },
    findings: [WARNING, findingOf(), findingOf()],
    acknowledged: [],
    unknown: [],
  });
});

test('acknowledged findings have a list of their own, and do not count', () => {
  expect(JSON.parse(json(checkedOf([], [findingOf(), WARNING])))).toEqual({
    summary: { errors: 0, warnings: 0, acknowledged: 2, stacks: 2, functions: 1 },
    findings: [],
    acknowledged: [findingOf(), WARNING],
    unknown: [],
  });
});

test('unread parts are listed with their stack', () => {
  expect(JSON.parse(json(checkedOf([], [], 'My::Macro'))).unknown).toEqual([{ stack: 'S', reason: 'the template has a `Transform`' }]);
});

test('a finding without a construct path has none', () => {
  expect(JSON.parse(json(checkedOf([findingOf({ path: undefined })]))).findings[0]).not.toHaveProperty('path');
});

test('the text is indented, and ends with a line break', () => {
  expect(json(checkedOf([]))).toMatch(/^\{\n {2}"summary": \{\n {4}"errors": 0,\n[^]*\n\}\n$/);
});
