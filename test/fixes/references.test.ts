import { referencesIn } from '../../lib/fixes/references';

test.each<[string, unknown, string[]]>([
  ['references', { A: { Ref: 'X' }, B: [{ 'Fn::GetAtt': ['Y', 'Arn'] }, { 'Fn::GetAtt': 'Z.Arn' }] }, ['X', 'Y', 'Z']],
  ['names in a text', { 'Fn::Sub': '${X}:${Y.Arn}:${!Z}:${AWS::Region}' }, ['X', 'Y', 'AWS::Region']],
  ['values for names in a text', { 'Fn::Sub': ['${X}:${Own}', { Own: { Ref: 'Y' } }] }, ['X', 'Y']],
  ['no branch, which may not be taken', { 'Fn::If': ['Yes', { Ref: 'X' }, { Ref: 'Y' }] }, []],
  ['nothing in a text without names', 'X', []],
])('finds %s', (_, value, references) => {
  expect(referencesIn(value)).toEqual(references);
});
