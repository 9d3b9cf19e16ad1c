import { gathered, isObject, own, SizeCheck } from '../../../lib/topology/assembly/json-walk';
import { TopologyError } from '../../../lib/topology/topology-error';

const nested = (depth: number): unknown => depth === 0 ? 1 : [nested(depth - 1)];

test('gathers from names at every depth, also within each other', () => {
  const gathers = new Map(['a', 'c'].map(name => [name, (value: unknown, found: string[]) => found.push(`${name}: ${JSON.stringify(value)}`)]));
  const document = { a: [{ b: 1 }, null, [{ c: null }], 'x'], b: { c: { a: 1 } } };
  expect(gathered(document, gathers)).toEqual(['a: [{"b":1},null,[{"c":null}],"x"]', 'c: null', 'c: {"a":1}', 'a: 1']);
});

test('accepts two hundred levels, and refuses more', () => {
  const size = new SizeCheck(name => `the ${name}`);
  expect(() => size.check(nested(200), 'list')).not.toThrow();
  expect(() => size.check('a', 'text')).not.toThrow();
  expect(() => size.check(nested(201), 'list')).toThrow(new TopologyError(
    'the list is nested more than 200 levels deep. CloudFormation refuses such a template. Synthesize the app again.',
  ));
});

test('ignores inherited properties', () => {
  expect(own({}, 'constructor')).toBeUndefined();
  expect(own(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect(own(null, 'a')).toBeUndefined();
  expect([{}, [], null, 'x'].map(isObject)).toEqual([true, false, false, false]);
});
