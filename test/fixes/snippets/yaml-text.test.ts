import * as fc from 'fast-check';
import { yamlText } from '../../../lib/fixes/snippets/yaml-text';
import { readYaml } from '../../../lib/yaml';

test.each<[unknown, string]>([
  ['AWS::SQS::Queue', 'AWS::SQS::Queue'],
  ['sqs:SendMessage', 'sqs:SendMessage'],
  ['$LATEST', '$LATEST'],
  ['2012-10-17', '"2012-10-17"'],
  ['yes', '"yes"'],
  ['', '""'],
  [2, '2'],
  [null, 'null'],
  [[], '[]'],
  [{}, '{}'],
  [{ Ref: 'Fn' }, '!Ref Fn'],
  [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, '!GetAtt Fn.Arn'],
  [{ a: { b: [{ c: 1, d: 'x' }, 'z'] } }, '\na:\n  b:\n    - c: 1\n      d: x\n    - z'],
])('%j', (value, text) => {
  expect(yamlText(value)).toBe(text);
});

test('what it writes is read as the same value', () => {
  const values = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true });
  fc.assert(fc.property(values, value => {
    // Templates have no numbers that CloudFormation would read as texts.
    const plain = JSON.parse(JSON.stringify(value), (_, item: unknown) => typeof item === 'number' ? Math.trunc(item) % 1_000 + 0 : item);
    const read = readYaml(yamlText(plain).trimStart());
    expect('problem' in read ? read : read.value).toEqual(plain);
  }), { seed: 1, numRuns: 500 });
});
