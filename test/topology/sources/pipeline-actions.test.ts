import { aws_codepipeline as codepipeline, aws_codepipeline_actions as actions, aws_lambda as lambda, aws_s3 as s3, type Stack } from 'aws-cdk-lib';
import { literal, rendered } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

function pipeline(stack: Stack, fn: lambda.IFunction): void {
  const output = new codepipeline.Artifact();
  new codepipeline.Pipeline(stack, 'Pipeline', {
    stages: [
      { stageName: 'Source', actions: [new actions.S3SourceAction({ actionName: 'Source', bucket: new s3.Bucket(stack, 'Bucket'), bucketKey: 'key', output })] },
      { stageName: 'Call', actions: [new actions.LambdaInvokeAction({ actionName: 'Call', lambda: fn })] },
    ],
  });
}

test.each<[string, (fn: lambda.Function) => lambda.IFunction, string]>([
  ['a function', fn => fn, '$LATEST'],
  ['an alias', fn => fn.addAlias('live'), 'live'],
])('reads the action of aws-cdk-lib for %s', (_, callee, qualifier) => {
  const { invocations } = stackOf(stack => pipeline(stack, callee(functionIn(stack, 'Fn'))));
  expect(invocations).toMatchObject([{
    kind: 'pipeline-action',
    origin: { path: 'S/Pipeline/Resource' },
    property: 'Stages[1].Actions[0].Configuration.FunctionName',
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal(qualifier) },
    role: { kind: 'role', resource: expect.stringMatching(/^S\.PipelineCallCodePipelineActionRole/) },
  }]);
});

test('reads an imported function', () => {
  const { invocations } = stackOf(stack => pipeline(stack, lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:123456789012:function:orders')));
  expect(invocations).toMatchObject([{ to: { kind: 'function', name: literal('orders') } }]);
});

const CALL = { ActionTypeId: { Category: 'Invoke', Owner: 'AWS', Provider: 'Lambda', Version: '1' }, Configuration: { FunctionName: { Ref: 'Fn' } } };

function called(action: object, more: object = {}) {
  const Stages = [{ Name: 'Call', Actions: [action] }];
  const { invocations, deliveries } = resources({
    Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
    Role: resource('IAM::Role'),
    Pipeline: resource('CodePipeline::Pipeline', { Stages, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...more }),
  }, { Parameters: { Open: { Type: 'String' } } });
  return [...invocations, ...deliveries];
}

test('an action without a role has that of its pipeline', () => {
  expect(called(CALL)).toMatchObject([{ to: { resource: 'S.Fn' }, role: { kind: 'role', resource: 'S.Role' } }]);
});

test.each<[string, object]>([
  ['another Region', { Region: 'eu-central-1', Configuration: { FunctionName: 'orders' } }],
  ['another account', { RoleArn: 'arn:aws:iam::999999999999:role/call', Configuration: { FunctionName: 'orders' } }],
])('a function in %s is not the one of the same name', (_, more) => {
  expect(called({ ...CALL, ...more }).map(({ to }) => to.kind === 'function' && to.resource)).toEqual([undefined]);
});

test('reads whether the stage is closed', () => {
  expect(called(CALL, { DisableInboundStageTransitions: [{ StageName: 'Call', Reason: 'holidays' }] })).toMatchObject([{ enabled: literal(false) }]);
  expect(called(CALL, { DisableInboundStageTransitions: [{ StageName: 'Other', Reason: 'holidays' }] })[0].enabled).toBeUndefined();
});

test('does not guess a parameter', () => {
  expect(called({ ...CALL, Configuration: { FunctionName: { Ref: 'Open' } } }).map(({ to }) => to.kind === 'unknown' ? to.reason : rendered(to.arn))).toEqual(['parameter `Open` has no default']);
});

test.each<[string, object]>([
  ['another provider', { ActionTypeId: { ...CALL.ActionTypeId, Provider: 'StepFunctions' } }],
  ['another category', { ActionTypeId: { ...CALL.ActionTypeId, Category: 'Build' } }],
  ['another owner', { ActionTypeId: { ...CALL.ActionTypeId, Owner: 'Custom' } }],
])('%s is no invocation', (_, more) => {
  expect(called({ ...CALL, ...more })).toEqual([]);
});
