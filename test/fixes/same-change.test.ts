import type { Change } from '../../lib/fixes/change';
import { isSame, unmarked } from '../../lib/fixes/same-change';

const add: Change = { kind: 'add', stack: 'S', logicalId: 'New', resource: { Type: 'AWS::SQS::Queue' } };
const wait: Change = { kind: 'wait', resource: 'S.A', logicalId: 'New' };

test.each<[string, Change, Change, boolean]>([
  ['equal ones', add, { ...add }, true],
  ['one that an earlier fix makes, too', { ...add, again: true }, add, true],
  ['resources with other content', add, { ...add, resource: { Type: 'AWS::SNS::Topic' } }, false],
  ['resources of two stacks', add, { ...add, stack: 'T' }, false],
  ['waits of two resources', wait, { ...wait, resource: 'S.B' }, false],
  ['changes of two kinds', add, wait, false],
])('compares %s', (_, one, other, same) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([same, same]);
});

test('takes the mark away, and leaves the change as it was', () => {
  const marked: Change = { ...add, again: true };
  expect(unmarked(marked)).toEqual(add);
  expect(marked.again).toBe(true);
});
