import { Duration, aws_events as events, aws_events_targets as targets, aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { rendered, type QualifiedFunction } from '../../../lib/topology';
import { literal, unknown } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

function told({ target, retryAttempts, maxEventAge, onFailure, deadLetterQueue, invocations }: QualifiedFunction) {
  const kind = (to: QualifiedFunction['onFailure']) => to?.kind;
  return [rendered(target.qualifier).replace(/.*CurrentVersion.*/, 'version'), retryAttempts, maxEventAge, kind(onFailure), kind(deadLetterQueue), invocations.length];
}

test('every qualifier has only its own settings', () => {
  const { qualifiedFunctions } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn', { deadLetterQueueEnabled: true, maxEventAge: Duration.minutes(5) });
    const alias = new lambda.Alias(stack, 'Live', {
      aliasName: 'live', version: fn.currentVersion, retryAttempts: 0, onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')),
    });
    new lambda.Alias(stack, 'Next', { aliasName: 'next', version: fn.currentVersion });
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['x'] }, targets: [new targets.LambdaFunction(alias)] });
  });
  expect([...qualifiedFunctions.values()].map(told)).toEqual([
    ['$LATEST', literal(2), literal(300), undefined, 'queue', 0],
    ['version', literal(2), literal(21600), undefined, 'queue', 0],
    ['live', literal(0), literal(21600), 'queue', 'queue', 1],
    ['next', literal(2), literal(21600), undefined, 'queue', 0],
  ]);
});

const FN = resource('Lambda::Function');
const CONFIG = resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', MaximumRetryAttempts: 0 });

test('two configs of one target make its settings unknown', () => {
  const { qualifiedFunctions } = resources({ Fn: FN, A: CONFIG, B: CONFIG });
  expect(qualifiedFunctions.get('S.Fn:$LATEST')).toMatchObject({
    configs: [{ logicalId: 'A' }, { logicalId: 'B' }],
    retryAttempts: unknown('several configs overwrite each other'),
    onFailure: unknown('several configs overwrite each other'),
  });
});

test('a conditional config makes the settings unknown', () => {
  const { qualifiedFunctions } = resources({ Fn: FN, A: { ...CONFIG, Condition: 'C' } }, { Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::StackId' }, ''] } } });
  expect(qualifiedFunctions.get('S.Fn:$LATEST')!.retryAttempts).toEqual(unknown('condition `C` is known at deploy time only'));
});

test('includes a qualifier that is configured but not declared', () => {
  const { qualifiedFunctions } = resources({ Fn: FN, A: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: 'gone' }) });
  expect(qualifiedFunctions.get('S.Fn:gone')).toMatchObject({ declaredBy: undefined, configs: [{ logicalId: 'A' }] });
});

test('a config of an unknown qualifier affects every qualifier of its function, and no other function', () => {
  const { qualifiedFunctions } = resources({
    Fn: FN, Other: FN, A: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: { 'Fn::Base64': '' } }),
  });
  expect(qualifiedFunctions.get('S.Fn:$LATEST')!.retryAttempts)
    .toEqual(unknown('the qualifier of config `S.A` is unknown: `Fn::Base64` is known at deploy time only'));
  expect(qualifiedFunctions.get('S.Other:$LATEST')!.retryAttempts).toEqual(literal(2));
});
