import { literal, unknown } from '../../../lib/topology/values/value';
import { resource, resources } from '../templates';

test.each<[string, unknown, unknown]>([
  ['a number', { ProvisionedConcurrentExecutions: 5 }, { executions: literal(5) }],
  ['a number that only the deployment knows', { ProvisionedConcurrentExecutions: { Ref: 'Chosen' } }, { executions: unknown('parameter `Chosen` has no default') }],
  ['a config without a number', {}, { executions: unknown('`ProvisionedConcurrentExecutions` is missing') }],
  ['nothing', { Ref: 'AWS::NoValue' }, undefined],
  ['what only the deployment knows', { 'Fn::GetAtt': ['Fn', 'Arn'] }, unknown('`Fn::GetAtt` is known at deploy time only')],
])('reads %s', (_, ProvisionedConcurrencyConfig, expected) => {
  const { versions, aliases } = resources({
    Fn: resource('Lambda::Function'),
    Ver: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' }, ProvisionedConcurrencyConfig }),
    Alias: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live', ProvisionedConcurrencyConfig }),
  }, { Parameters: { Chosen: { Type: 'Number' } } });

  expect(versions.get('S.Ver')!.provisionedConcurrency).toEqual(expected);
  expect(aliases.get('S.Alias')!.provisionedConcurrency).toEqual(expected);
});
