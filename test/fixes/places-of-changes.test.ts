import type { Change } from '../../lib/fixes/change';
import { meet, removes } from '../../lib/fixes/places-of-changes';

const raw = () => ({ Properties: { A: { B: 1 }, List: [1] } });
const set = (...path: string[]): Change => ({ kind: 'set', resource: 'S', path, value: 1 });
const remove = (...path: string[]): Change => ({ kind: 'remove', resource: 'S', path });
const append: Change = { kind: 'append', resource: 'S', path: ['Properties', 'List'], value: 2, index: 1, earlier: [] };
const wait: Change = { kind: 'wait', resource: 'S', logicalId: 'Other' };
const add: Change = { kind: 'add', stack: 'T', logicalId: 'New', resource: { Type: 'AWS::SQS::Queue' } };

test.each<[string, Change, Change, boolean]>([
  ['at one place', set('Properties', 'A'), set('Properties', 'A'), true],
  ['at a place and within it', set('Properties', 'A'), set('Properties', 'A', 'B'), true],
  ['at two places', set('Properties', 'A', 'B'), set('Properties', 'List'), false],
  ['that both make what is missing around them', set('Properties', 'New', 'A'), set('Properties', 'New', 'B'), true],
  ['at one place of two resources', set('Properties', 'A'), { ...set('Properties', 'A'), resource: 'Other' } as Change, false],
  ['that append to one list', append, append, false],
  ['that append to a list and set it', append, set('Properties', 'List'), true],
  ['that wait', wait, { ...wait, logicalId: 'Third' }, true],
  ['that add resources', add, add, false],
])('changes %s meet, or not', (_, one, other, expected) => {
  expect([meet(one, other, raw), meet(other, one, raw)]).toEqual([expected, expected]);
});

test.each<[string, Change, Change, boolean]>([
  ['the resource of another change', remove(), set('Properties', 'A'), true],
  ['a place around that of another change', remove('Properties'), append, true],
  ['the place of another change', remove('Properties', 'A'), set('Properties', 'A'), true],
  ['what the other change removes', remove('Properties', 'A'), remove('Properties', 'A'), false],
  ['a place within that of another change', remove('Properties', 'A', 'B'), set('Properties', 'A'), false],
  ['a resource, not the one that is added', remove(), add, false],
])('a change removes %s, or not', (_, one, other, expected) => {
  expect(removes(one, other)).toBe(expected);
});

test('a change that sets removes nothing', () => {
  expect(removes(set('Properties'), set('Properties', 'A'))).toBe(false);
});
