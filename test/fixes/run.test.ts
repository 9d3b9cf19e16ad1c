import type { Change } from '../../lib/fixes/change';
import { Run } from '../../lib/fixes/run';

const RAW = { S: { Properties: { Retries: 3, Age: 30, Nested: { a: 1 } } } };
const raw = (key: string): unknown => RAW[key as keyof typeof RAW];

const set = (name: string, value: unknown): Change => ({ kind: 'set', resource: 'S', path: ['Properties', name], value });
const remove = (...path: string[]): Change => ({ kind: 'remove', resource: 'S', path });

/** The changes of the fixes of one run, made one after the other. */
function fixesOf(...fixes: readonly (readonly Change[])[]) {
  const run = new Run();
  return fixes.map(own => run.fix('Mend it.', own, new Set(), raw).changes);
}

test('a fix contains its own changes alone, if no earlier fix writes at the same place', () => {
  expect(fixesOf([set('Retries', 2)], [set('Age', 60)])).toEqual([[set('Retries', 2)], [set('Age', 60)]]);
});

test('a fix contains the earlier one whose change it would undo', () => {
  expect(fixesOf([set('Retries', 2), set('Age', 60)], [set('Retries', 1)])[1]).toEqual([set('Retries', 2), set('Age', 60), set('Retries', 1)]);
});

test('a fix that makes a change once more leaves the others to the earlier fix', () => {
  expect(fixesOf([set('Retries', 2), set('Age', 60)], [set('Retries', 2)])[1]).toEqual([set('Retries', 2)]);
});

test('a fix does not change what it removes in the end', () => {
  expect(fixesOf([{ kind: 'set', resource: 'S', path: ['Properties', 'Nested', 'a'], value: 2 }], [remove('Properties', 'Nested')])[1])
    .toEqual([remove('Properties', 'Nested')]);
});

test('a finding at what an earlier fix removes has that fix', () => {
  expect(fixesOf([remove()], [set('Retries', 1)])[1]).toEqual([{ ...remove(), again: true }]);
});
