import { jsonPatch, type Change } from '../../lib/fixes';
import { readTemplates } from '../../lib/topology';
import { resource } from '../topology/templates';

const RESOURCES: Record<string, unknown> = { A: resource('SQS::Queue', { 'Tags': [{ Key: 'k' }], 'a/b~c': 1 }), B: { Type: 'AWS::SQS::Queue' } };
const TOPOLOGY = readTemplates([{ name: 'S', template: { Resources: RESOURCES } }]);

function patch(...changes: Change[]) {
  return jsonPatch(TOPOLOGY, key => RESOURCES[key.slice(2)], changes);
}

test.each<[string, Change, object]>([
  ['replaces what is there', { kind: 'set', resource: 'S.A', path: ['Properties', 'Tags', 0, 'Key'], value: 'x' }, { op: 'replace', path: '/Resources/A/Properties/Tags/0/Key', value: 'x' }],
  ['adds what is missing, with what is missing around it', { kind: 'set', resource: 'S.B', path: ['Properties', 'X', 'Y'], value: 1 }, { op: 'add', path: '/Resources/B/Properties', value: { X: { Y: 1 } } }],
  ['adds an item', { kind: 'set', resource: 'S.A', path: ['Properties', 'Tags', 1], value: {} }, { op: 'add', path: '/Resources/A/Properties/Tags/1', value: {} }],
  ['adds an item at the end of a list', { kind: 'append', resource: 'S.A', path: ['Properties', 'Tags'], value: {}, index: 2, earlier: [{}] },
    { op: 'add', path: '/Resources/A/Properties/Tags/-', value: {} }],
  ['escapes names', { kind: 'remove', resource: 'S.A', path: ['Properties', 'a/b~c'] }, { op: 'remove', path: '/Resources/A/Properties/a~1b~0c' }],
  ['removes a resource', { kind: 'remove', resource: 'S.A', path: [] }, { op: 'remove', path: '/Resources/A' }],
  ['adds a resource', { kind: 'add', stack: 'S', logicalId: 'C', resource: { Type: 'T' } }, { op: 'add', path: '/Resources/C', value: { Type: 'T' } }],
  ['lets a resource wait', { kind: 'wait', resource: 'S.A', logicalId: 'B' }, { op: 'add', path: '/Resources/A/DependsOn', value: ['B'] }],
])('%s', (_, change, operation) => {
  expect(patch(change)).toEqual([{ stack: 'S', ...operation }]);
});

test('removes what is there, and what an earlier fix has removed', () => {
  expect(patch({ kind: 'remove', resource: 'S.A', path: ['Properties', 'a/b~c'], again: true })).toEqual([
    { stack: 'S', op: 'add', path: '/Resources/A/Properties/a~1b~0c', value: 1 }, { stack: 'S', op: 'remove', path: '/Resources/A/Properties/a~1b~0c' },
  ]);
});

test('changes what the same fix adds', () => {
  expect(patch({ kind: 'add', stack: 'S', logicalId: 'C', resource: { Type: 'T' } }, { kind: 'wait', resource: 'S.C', logicalId: 'A' })).toEqual([
    { stack: 'S', op: 'add', path: '/Resources/C', value: { Type: 'T' } }, { stack: 'S', op: 'add', path: '/Resources/C/DependsOn', value: ['A'] },
  ]);
});

test('each operation starts from the one before, and the template stays as it is', () => {
  expect(patch(
    { kind: 'set', resource: 'S.B', path: ['Properties', 'X', 'Y'], value: 1 },
    { kind: 'set', resource: 'S.B', path: ['Properties', 'X', 'Z'], value: 2 },
    { kind: 'wait', resource: 'S.B', logicalId: 'A' },
    { kind: 'wait', resource: 'S.B', logicalId: 'C' },
  ).map(({ op, path, value }) => [op, path, value])).toEqual([
    ['add', '/Resources/B/Properties', { X: { Y: 1 } }],
    ['add', '/Resources/B/Properties/X/Z', 2],
    ['add', '/Resources/B/DependsOn', ['A']],
    ['replace', '/Resources/B/DependsOn', ['A', 'C']],
  ]);
  expect(RESOURCES.B).toEqual({ Type: 'AWS::SQS::Queue' });
});
