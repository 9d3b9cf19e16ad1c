import { TopologyError } from '../../lib/topology';
import { templateDocument } from '../../lib/topology/template-document';
import { readYaml } from '../../lib/yaml';

test.each([
  ['t.json', '{"a": 1}', { a: 1 }],
  ['t.yaml', 'a: !Ref B', { a: { Ref: 'B' } }],
  ['t.yaml', '\n{"a": 1}', { a: 1 }],
  ['t.template', '{\n\t"a": 1\n}', { a: 1 }],
  ['standard input', "{a: 1, 'b': !Ref C}", { a: 1, b: { Ref: 'C' } }],
])('%s with %j', (name, text, value) => {
  expect(templateDocument(text, name, readYaml).value).toEqual(value);
});

test.each([
  ['t.json', '{"a": 1,}', 't.json:1:9: the template cannot be read, because a text in double quotes is expected here. Correct it.'],
  ['t.json', 'a: 1', 't.json:1:1: the template cannot be read, because a value is expected here. Correct it.'],
  ['t.template', '{"a":\n [1}', 't.template:2:4: the template cannot be read, because `,` or `]` is expected here. Correct it.'],
  ['t.yaml', 'a: 1\n? [b]\n: 2', 't.yaml:2:3: the template cannot be read, because a key must be a text. Correct it.'],
  ['standard input', 'a: !Reff b', 'standard input:1:10: the template cannot be read, because `!Reff` is not a short form that CloudFormation knows. Correct it.'],
])('refuses %s with %j', (name, text, message) => {
  expect(() => templateDocument(text, name, readYaml)).toThrow(new TopologyError(message));
});
