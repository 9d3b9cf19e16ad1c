import { Duration, aws_lambda as lambda, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { at, functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads a function of aws-cdk-lib', () => {
  const { functions, queues } = stackOf(stack => {
    functionIn(stack, 'Fn', {
      functionName: 'orders',
      timeout: Duration.minutes(2),
      reservedConcurrentExecutions: 0,
      deadLetterQueue: new sqs.Queue(stack, 'Queue'),
      recursiveLoop: lambda.RecursiveLoop.ALLOW,
      durableConfig: { executionTimeout: Duration.hours(1) },
      tenancyConfig: lambda.TenancyConfig.PER_TENANT,
    });
  });
  expect(at(functions.values(), 'S/Fn/Resource')).toMatchObject({
    stack: 'S',
    type: 'AWS::Lambda::Function',
    name: literal('orders'),
    timeout: literal(120),
    reservedConcurrency: literal(0),
    deadLetterQueue: { kind: 'queue', resource: at(queues.values(), 'S/Queue/Resource').key },
    durable: { executionTimeout: literal(3600) },
    tenancy: literal('PER_TENANT'),
    recursiveLoop: literal('Allow'),
    role: { kind: 'role', resource: expect.stringMatching(/ServiceRole/) },
    capacityProvider: false,
    target: { qualifier: literal('$LATEST'), qualified: false, region: literal('eu-west-1'), account: literal('123456789012') },
  });
});

test('a missing property is absent', () => {
  const { functions } = resources({ Fn: resource('Lambda::Function', {}) });
  const { timeout, reservedConcurrency, deadLetterQueue, durable, tenancy, recursiveLoop, role } = functions.get('S.Fn')!;
  expect([timeout, reservedConcurrency, deadLetterQueue, durable, tenancy, recursiveLoop, role]).toEqual(Array(7).fill(undefined));
});

test('an unreadable property is unknown', () => {
  const { functions } = resources({
    Fn: resource('Lambda::Function', { Role: 3, DeadLetterConfig: [], DurableConfig: { 'Fn::If': ['Nope', {}, {}] }, CapacityProviderConfig: {} }),
  });
  expect(functions.get('S.Fn')).toMatchObject({
    role: unknown('it is not an ARN: 3'),
    deadLetterQueue: unknown('it has the wrong type'),
    durable: unknown('its condition is not declared in the template'),
    capacityProvider: true,
  });
});

test('durability is unknown if only the deployment knows the settings', () => {
  const { functions } = resources({ Fn: resource('Lambda::Function', { DurableConfig: { 'Fn::GetAtt': ['Settings', 'Durable'] } }) });
  expect(functions.get('S.Fn')!.durable).toEqual(unknown('`Fn::GetAtt` is known at deploy time only'));
});
