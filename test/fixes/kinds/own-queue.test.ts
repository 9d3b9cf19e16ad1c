import { arnOf, FN, sending } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed, unfixed } from '../template-fixes';

const ROLE = resource('IAM::Role', { AssumeRolePolicyDocument: { Statement: [] } });
const OTHER_REGION = 'arn:aws:sqs:us-east-1:123456789012:orders';
const WITH_ROLE = resource('Lambda::Function', { Role: arnOf('Role') });

test('adds a queue, and a policy for which the config waits', () => {
  expect(fixed('DestinationInOtherRegion', { Fn: WITH_ROLE, Role: ROLE, Config: sending(OTHER_REGION) })).toEqual({
    summary: 'Send failures to a new standard queue.',
    operations: [
      'add /Resources/FnFailures',
      'add /Resources/FnFailuresPolicy',
      'replace /Resources/Config/Properties/DestinationConfig/OnFailure/Destination',
      'add /Resources/Config/DependsOn',
    ],
    values: [
      { Type: 'AWS::SQS::Queue' },
      {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'FnFailuresPolicy',
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf('FnFailures') }] },
          Roles: [{ Ref: 'Role' }],
        },
      },
      arnOf('FnFailures'),
      ['FnFailuresPolicy'],
    ],
    found: [1, 0],
  });
});

test('adds no policy for a role outside of the app, but tells what it needs', () => {
  expect(fixed('DestinationInOtherRegion', { Fn: FN, Config: sending(OTHER_REGION) })).toMatchObject({
    summary: 'Send failures to a new standard queue, and allow `sqs:SendMessage` to the role of the function.',
    operations: ['add /Resources/FnFailures', 'replace /Resources/Config/Properties/DestinationConfig/OnFailure/Destination'],
  });
});

test('takes a name that is free', () => {
  expect(fixed('DestinationInOtherRegion', { Fn: FN, FnFailures: FN, FnFailures2: FN, Config: sending(OTHER_REGION) }).operations[0]).toBe('add /Resources/FnFailures3');
});

test('keeps what the config waits for already', () => {
  const { operations, values } = fixed('DestinationInOtherRegion', { Fn: WITH_ROLE, Role: ROLE, Config: { ...sending(OTHER_REGION), DependsOn: 'Role' } });

  expect([operations[3], values[3]]).toEqual(['replace /Resources/Config/DependsOn', ['Role', 'FnFailuresPolicy']]);
});

test('adds a config for the alias that is invoked', () => {
  const { operations, values, found } = fixed('NoFailureDestination', {
    Fn: FN,
    Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
    Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'a', Arn: { Ref: 'Live' } }] }),
  });

  expect({ operations, found }).toEqual({ operations: ['add /Resources/FnFailures', 'add /Resources/LiveAsyncConfig'], found: [1, 0] });
  expect(values[1]).toEqual({
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: 'live', DestinationConfig: { OnFailure: { Destination: arnOf('FnFailures') } } },
  });
});

describe('is not certain', () => {
  test('for a function outside of the app', () => {
    expect(fixed('FifoQueueDestination', {
      Config: {
        ...sending('arn:aws:sqs:eu-west-1:123456789012:q.fifo'),
        Properties: {
          FunctionName: 'orders', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:123456789012:q.fifo' } },
        },
      },
    })).toEqual(unfixed(1));
  });

  test('below an intrinsic function', () => {
    const config = { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { 'Fn::If': ['Yes', { OnFailure: { Destination: OTHER_REGION } }, { Ref: 'AWS::NoValue' }] } };

    expect(fixed('DestinationInOtherRegion', { Fn: FN, Config: resource('Lambda::EventInvokeConfig', config) }, { Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } } }))
      .toEqual(unfixed(1));
  });
});

test('dead letters get a queue, too', () => {
  const { summary, operations, found } = fixed('DeadLetterQueueInOtherRegion', {
    Role: ROLE, Fn: resource('Lambda::Function', { Role: arnOf('Role'), DeadLetterConfig: { TargetArn: OTHER_REGION } }),
  });

  expect({ summary, operations, found }).toEqual({
    summary: 'Send dead letters to a new standard queue.',
    operations: [
      'add /Resources/FnDeadLetters', 'add /Resources/FnDeadLettersPolicy', 'replace /Resources/Fn/Properties/DeadLetterConfig/TargetArn', 'add /Resources/Fn/DependsOn',
    ],
    found: [1, 0],
  });
});
