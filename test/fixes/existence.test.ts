import { existWith, rarest } from '../../lib/fixes/existence';
import { resource } from '../topology/templates';

const declared: Record<string, unknown> = {
  Always: resource('SQS::Queue'),
  Prod: resource('Lambda::Function', {}, { Condition: 'IsProd' }),
  Report: resource('Events::Rule', { Targets: [{ Arn: { 'Fn::GetAtt': ['Prod', 'Arn'] } }] }, { Condition: 'HasReports' }),
  Perhaps: resource('Events::Rule', { Targets: { 'Fn::If': ['IsProd', [{ Arn: { 'Fn::GetAtt': ['Prod', 'Arn'] } }], []] } }, { Condition: 'HasReports' }),
};
const resources = (id: string) => declared[id];

test.each<[string, string[], boolean]>([
  ['Prod', ['Always'], true],
  ['Always', ['Prod'], false],
  ['Prod', ['Prod'], true],
  ['Report', ['Prod', 'Report'], true],
  ['Perhaps', ['Prod'], false],
])('with %s, %j exist: %s', (id, others, expected) => {
  expect(existWith(resources, id, others)).toBe(expected);
});

test.each<[string[], string | undefined]>([
  [['Always', 'Parameter'], undefined],
  [['Always', 'Prod'], 'Prod'],
  [['Prod', 'Report'], 'Report'],
  [['Prod', 'Perhaps'], 'uncertain'],
])('of %j, the rarest is %s', (ids, expected) => {
  expect(rarest(resources, ids)).toBe(expected);
});
