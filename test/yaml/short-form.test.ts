import { called, longForm } from '../../lib/yaml/short-form';

test.each([
  ['!Ref', 'Ref'], ['!Condition', 'Condition'], ['!Sub', 'Fn::Sub'], ['!GetAtt', 'Fn::GetAtt'], ['!ToJsonString', 'Fn::ToJsonString'],
  ['!ref', undefined], ['!Fn::Sub', undefined], ['!!str', undefined], ['!', undefined],
])('the long form of %s is %s', (tag, name) => {
  expect(longForm(tag)).toBe(name);
});

test.each<[string, unknown, unknown]>([
  ['Ref', 'Fn', { Ref: 'Fn' }],
  ['Fn::GetAtt', 'Fn.Arn', { 'Fn::GetAtt': ['Fn', 'Arn'] }],
  ['Fn::GetAtt', 'Nested.Outputs.Arn', { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }],
  ['Fn::GetAtt', ['Fn', 'Arn'], { 'Fn::GetAtt': ['Fn', 'Arn'] }],
  ['Fn::GetAtt', 'Fn', { 'Fn::GetAtt': 'Fn' }],
  ['Fn::Sub', 'a.b', { 'Fn::Sub': 'a.b' }],
])('%s of %j is %j', (name, argument, call) => {
  expect(called(name, argument)).toEqual(call);
});
