import * as fc from 'fast-check';
import { readJson } from '../../../lib/topology/assembly/json-document';

function problem(text: string): string {
  const read = readJson(text);
  return 'problem' in read ? `${read.position.line}:${read.position.column} ${read.problem}` : `none, but ${JSON.stringify(read.value)}`;
}

test('reads every JSON as JSON.parse does', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
    const text = JSON.stringify(value, undefined, space);
    expect(readJson(text)).toMatchObject({ value: JSON.parse(text) });
  }), { seed: 1, numRuns: 300 });
});

test('refuses what JSON.parse refuses', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0-.e1tfn\\u \n') }), text => {
    expect('problem' in readJson(text)).toBe(refused(text));
  }), { seed: 1, numRuns: 2_000 });
});

test.each([
  ['', '1:1 a value is expected here'],
  ['{"a": 1,}', '1:9 a text in double quotes is expected here'],
  ['{\r\n  "a" 1}', '2:7 `:` is expected here'],
  ['[1\n 2]', '2:2 `,` or `]` is expected here'],
  ['{"a": 1', '1:8 `,` or `}` is expected here'],
  ['{"a": 01}', '1:8 `,` or `}` is expected here'],
  ['{"a": \'b\'}', '1:7 a value is expected here'],
  ['{"a": "\n"}', '1:8 the end of the text, or another character of it, is expected here'],
  ['{}\n{}', '2:1 the end is expected here'],
  [`${'['.repeat(201)}${']'.repeat(201)}`, '1:201 it is nested more than 200 levels deep'],
])('the problem of %j', (text, expected) => {
  expect(problem(text)).toBe(expected);
});

test('reads a text of a megabyte', () => {
  expect(readJson(JSON.stringify('\\n"'.repeat(300_000)))).toMatchObject({ value: '\\n"'.repeat(300_000) });
});

test('the last of repeated keys counts, and each is listed', () => {
  const read = readJson('{"a": 1,\n "a": 2, "\\u0061": 3}');

  expect(read).toMatchObject({
    value: { a: 3 }, repeated: [{ key: 'a', position: { line: 2, column: 2 } }, { key: 'a', position: { line: 2, column: 10 } }],
  });
  expect('problem' in read || read.positionOf(['a'])).toEqual({ line: 2, column: 10 });
});

test('200 levels are not too deep', () => {
  expect(problem(`${'['.repeat(200)}${']'.repeat(200)}`)).toMatch(/^none/);
});

test.each<[Array<string | number>, number, number]>([
  [[], 1, 1],
  [['a'], 2, 3],
  [['a', 'b', 1], 2, 17],
  [['a', 'b', 1, 'c'], 2, 18],
  [['a', 'b', 9], 2, 9],
  [['a', 'nothing', 'c'], 2, 3],
])('the position of %j', (path, line, column) => {
  const read = readJson('\uFEFF{\n  "a": {"b": [1,{"c": 2}]}\n}');
  expect('problem' in read || read.positionOf(path)).toEqual({ line, column });
});

function refused(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
