import { resource, resources } from './templates';
import { unread } from '../../lib/topology';

const PARAMETERS = { Parameters: { Open: { Type: 'String' }, Other: { Type: 'String' } } };
const OPEN = { Ref: 'Open' };

function rule(arn: unknown, more: object = {}) {
  return resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: arn }], ...more });
}

function reasons(declared: Record<string, unknown>, sections: Record<string, unknown> = {}) {
  return unread(resources(declared, { ...PARAMETERS, ...sections }));
}

test('has nothing for an app that could be read', () => {
  expect(reasons({ Rule: rule('arn:aws:sqs:eu-west-1:123456789012:q'), Config: resource('Lambda::EventInvokeConfig', { FunctionName: 'f', Qualifier: '$LATEST' }) })).toEqual([]);
});

test('has the reasons of a stack', () => {
  expect(reasons({ 'Fn::ForEach::Workers': [], 'Nested': resource('CloudFormation::Stack', { TemplateURL: 'https://example.com/t.json' }) }, { Transform: 'My::Macro' })).toEqual([
    { stack: 'S', reason: 'the template has a `Transform`' },
    { stack: 'S', reason: '`Fn::ForEach::Workers` is expanded by CloudFormation' },
    { stack: 'S', reason: 'the template of nested stack `Nested` is not in the assembly' },
  ]);
});

test('has callers whose target is unknown, once for each reason', () => {
  expect(reasons({ A: rule(OPEN), B: rule(OPEN), C: rule({ Ref: 'Other' }) })).toEqual([
    { stack: 'S', reason: 'S.A and S.B may invoke functions asynchronously: parameter `Open` has no default' },
    { stack: 'S', reason: 'S.C may invoke functions asynchronously: parameter `Other` has no default' },
  ]);
});

test.each([[3, 'S.R0, S.R1 and S.R2'], [4, 'S.R0, S.R1, S.R2 and 1 more']])('names %s callers', (count, names) => {
  const rules = Object.fromEntries([...Array(count).keys()].map(index => [`R${index}`, rule(OPEN)]));
  expect(reasons(rules)).toEqual([{ stack: 'S', reason: `${names} may invoke functions asynchronously: parameter \`Open\` has no default` }]);
});

test('has configs whose function is unknown', () => {
  expect(reasons({ Config: resource('Lambda::EventInvokeConfig', { FunctionName: OPEN, Qualifier: '$LATEST' }) })).toEqual([
    { stack: 'S', reason: 'the function of S.Config is unknown: parameter `Open` has no default' },
  ]);
});

test.each<[string, unknown]>([
  ['a queue subscription', resource('SNS::Subscription', { Protocol: 'sqs', TopicArn: 'arn:aws:sns:eu-west-1:123456789012:t', Endpoint: OPEN })],
  ['a notification to a queue', resource('S3::Bucket', { NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: OPEN }] } })],
  ['a rule that is switched off', rule(OPEN, { State: 'DISABLED' })],
  ['a rule with a text that is no ARN', rule('orders')],
  ['an alarm that calls a resource of the app', resource('CloudWatch::Alarm', { AlarmActions: [{ Ref: 'Policy' }] })],
])('leaves out %s', (_, caller) => {
  expect(reasons({ Caller: caller, Policy: resource('AutoScaling::ScalingPolicy') })).toEqual([]);
});

test.each<[string, unknown]>([
  ['a subscription of a function', resource('SNS::Subscription', { Protocol: 'lambda', TopicArn: 'arn:aws:sns:eu-west-1:123456789012:t', Endpoint: OPEN })],
  ['a subscription of an unknown protocol', resource('SNS::Subscription', { Protocol: { Ref: 'Other' }, TopicArn: 'arn:aws:sns:eu-west-1:123456789012:t', Endpoint: OPEN })],
  ['a notification to a function', resource('S3::Bucket', { NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: OPEN }] } })],
])('has %s', (_, caller) => {
  expect(reasons({ Caller: caller })).toEqual([{ stack: 'S', reason: 'S.Caller may invoke functions asynchronously: parameter `Open` has no default' }]);
});

test('has a caller of what a custom resource or a missing template yields', () => {
  const Custom = { Type: 'Custom::Names', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:f' } };
  expect(reasons({ Custom, Caller: rule({ 'Fn::GetAtt': ['Custom', 'Fn'] }) })).toEqual([
    { stack: 'S', reason: 'S.Caller may invoke functions asynchronously: it is not an ARN: ${S.Custom.Fn}' },
  ]);
});
