import { arnOf, sending } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed } from '../template-fixes';

const DURABLE = resource('Lambda::Function', { DurableConfig: { ExecutionTimeout: 3600 } });

describe('a destination of a durable function', () => {
  test('becomes its dead-letter queue', () => {
    expect(fixed('DurableFunctionDestination', { Fn: DURABLE, Q: resource('SQS::Queue'), Config: sending(arnOf('Q'), undefined, { MaximumRetryAttempts: 1 }) })).toMatchObject({
      summary: 'Use a dead-letter queue instead.',
      operations: ['add /Resources/Fn/Properties/DeadLetterConfig', 'remove /Resources/Config/Properties/DestinationConfig/OnFailure'],
      values: [{ TargetArn: arnOf('Q') }, undefined],
      found: [1, 0],
    });
  });

  test('is left out if it is not for failures', () => {
    const successes = { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess: { Destination: arnOf('Q') } } };

    expect(fixed('DurableFunctionDestination', { Fn: DURABLE, Q: resource('SQS::Queue'), Config: resource('Lambda::EventInvokeConfig', successes) })).toMatchObject({
      summary: 'Leave the destination out.', operations: ['remove /Resources/Config'], found: [1, 0],
    });
  });
});

describe('a sender of a durable function', () => {
  const rule = resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'a', Arn: arnOf('Fn') }] });

  test('invokes the alias that is there', () => {
    const Live = resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' });

    expect(fixed('DurableFunctionUnqualified', { Fn: DURABLE, Live, Rule: rule })).toMatchObject({
      summary: 'Invoke `Live`.', operations: ['replace /Resources/Rule/Properties/Targets/0/Arn'], values: [{ Ref: 'Live' }], found: [1, 0],
    });
  });

  test('invokes a new version, which its permission is then for', () => {
    const Permission = resource('Lambda::Permission', {
      FunctionName: arnOf('Fn'), Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: arnOf('Rule'),
    });

    expect(fixed('DurableFunctionUnqualified', { Fn: DURABLE, Rule: rule, Permission })).toMatchObject({
      summary: 'Invoke a version.',
      operations: ['add /Resources/FnVersion', 'replace /Resources/Rule/Properties/Targets/0/Arn', 'replace /Resources/Permission/Properties/FunctionName'],
      found: [1, 0],
    });
  });
});
