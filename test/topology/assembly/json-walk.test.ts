import { isObject, own, walk } from '../../../lib/topology/assembly/json-walk';
import { TopologyError } from '../../../lib/topology/topology-error';

const nested = (depth: number): unknown => depth === 0 ? 1 : [nested(depth - 1)];

test('gathers from names at every depth, also within each other', () => {
  const gathers = new Map(['a', 'c'].map(name => [name, (value: unknown, found: string[]) => found.push(`${name}: ${JSON.stringify(value)}`)]));
  const document = { a: [{ b: 1 }, null, [{ c: null }], 'x'], b: { c: { a: 1 } } };
  expect(walk(document, 'it', gathers)).toEqual(['a: [{"b":1},null,[{"c":null}],"x"]', 'c: null', 'c: {"a":1}', 'a: 1']);
  expect([walk(document, 'it'), walk('a', 'it', gathers)]).toEqual([[], []]);
});

test('accepts two hundred levels, and refuses more', () => {
  expect(() => walk(nested(200), 'it')).not.toThrow();
  expect(() => walk(nested(201), 'it')).toThrow(new TopologyError(
    'it is nested more than 200 levels deep. CloudFormation refuses such a template. Synthesize the app again.',
  ));
});

test('ignores inherited properties', () => {
  expect(own({}, 'constructor')).toBeUndefined();
  expect(own(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect(own(null, 'a')).toBeUndefined();
  expect([{}, [], null, 'x'].map(isObject)).toEqual([true, false, false, false]);
});
