import { lambda, resource, shop } from '../shop';

const LATE = { 'Fn::Base64': '' };
const REASON = 'is treated as not set, because the templates do not tell its value: `Fn::Base64` is known at deploy time only';

const config = (properties: object) => resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', ...properties });

test('makes no assumption about known settings', () => {
  expect(shop({ orders: { Timeout: 30, ReservedConcurrentExecutions: 1 }, configs: { $LATEST: { retries: 1, age: 60, onFailure: 'Queue' } } }).assumptions).toEqual([]);
});

test.each<[string, string, Record<string, object>]>([
  ['Timeout', 'Late', { Late: lambda({ Timeout: LATE }) }],
  ['ReservedConcurrentExecutions', 'Late', { Late: lambda({ ReservedConcurrentExecutions: LATE }) }],
  ['DeadLetterConfig.TargetArn', 'Late', { Late: lambda({ DeadLetterConfig: { TargetArn: LATE } }) }],
  ['RecursiveLoop', 'Late', { Late: lambda({ RecursiveLoop: LATE }) }],
  ['FunctionName', 'Config', { Config: config({ FunctionName: LATE }) }],
  ['MaximumRetryAttempts', 'Config', { Config: config({ MaximumRetryAttempts: LATE }) }],
  ['MaximumEventAgeInSeconds', 'Config', { Config: config({ MaximumEventAgeInSeconds: LATE }) }],
  ['DestinationConfig.OnSuccess.Destination', 'Config', { Config: config({ DestinationConfig: { OnSuccess: { Destination: LATE } } }) }],
  ['DestinationConfig.OnFailure.Destination', 'Config', { Config: config({ DestinationConfig: { OnFailure: { Destination: LATE } } }) }],
])('makes an assumption about an unknown `%s`', (property, logicalId, resources) => {
  expect(shop({ resources }).assumptions).toEqual([`\`${property}\` of \`Shop.${logicalId}\` ${REASON}`]);
});

test('tells what is not played', () => {
  const provisioned = { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } };
  const sim = shop({
    resources: {
      Warm: resource('Lambda::Alias', { FunctionName: { Ref: 'Orders' }, Name: 'warm', FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] }, ...provisioned }),
      Managed: lambda({ CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: {} } }),
    },
  });
  expect(sim.assumptions).toEqual([
    '`ProvisionedConcurrencyConfig` of `Shop.Warm` is not played: runs never wait for an environment, and only reserved concurrency limits them',
    '`CapacityProviderConfig` of `Shop.Managed` is not played: its runs are those of a function on standard capacity',
  ]);
});
