import { readYaml } from '../../lib/yaml';

test.each<[string, string, unknown]>([
  ['brackets in brackets at the indentation of their key', 'a:\n  b: [{\n    c: 1\n  }]\nd: 2\n', { a: { b: [{ c: 1 }] }, d: 2 }],
  ['brackets left of their key', 'a:\n    b: {\n  c: [1,\n 2],\n}\nd: 2\n', { a: { b: { c: [1, 2] } }, d: 2 }],
  ['a text in single quotes', "a:\n    b: '{\n  \"c\": 1\n}'\nd: 2\n", { a: { b: '{ "c": 1 }' }, d: 2 }],
  ['a text in double quotes', 'a:\n    b: "x\n\ny"\nd: 2\n', { a: { b: 'x\ny' }, d: 2 }],
  ['a text in quotes within brackets', 'a: ["x\ny", z]\nd: 2\n', { a: ['x y', 'z'], d: 2 }],
  ['a plain text within brackets', 'a: [x\ny, z]\nd: 2\n', { a: ['x y', 'z'], d: 2 }],
])('reads %s', (_, text, value) => {
  expect(readYaml(text)).toMatchObject({ value });
});

test.each([
  ['a: [1\nb: 2', 'flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a: "x\nb: 1\n', 'missing closing "quote'],
  ['a:\n  b: x\n y: z\n', 'all mapping items must start at the same column'],
])('still refuses %j', (text, problem) => {
  expect(readYaml(text)).toMatchObject({ problem });
});
