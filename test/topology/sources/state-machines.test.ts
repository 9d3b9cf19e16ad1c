import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks, type App } from 'aws-cdk-lib';
import { literal, rendered } from '../../../lib/topology/values/value';
import { ENV, functionIn, stackOf, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

const EVENT = { invocationType: tasks.LambdaInvocationType.EVENT };

function machine(stack: Stack, definition: sfn.IChainable, props: Partial<sfn.StateMachineProps> = {}): void {
  new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(definition), ...props });
}

test('reads a task of aws-cdk-lib that does not wait for the function', () => {
  const { invocations } = stackOf(stack => {
    machine(stack, new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: functionIn(stack, 'Fn').addAlias('live'), ...EVENT }));
  });
  expect(invocations).toMatchObject([{
    kind: 'state-machine',
    origin: { path: 'S/Machine/Resource' },
    property: 'DefinitionString.States.Call.Parameters.FunctionName',
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('live') },
    role: { kind: 'role' },
  }]);
});

test.each<[string, (stack: Stack) => sfn.IChainable]>([
  ['a task', stack => new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: functionIn(stack, 'Fn') })],
  ['a task for the response alone', stack => new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: functionIn(stack, 'Fn'), payloadResponseOnly: true })],
  ['a state that calls nothing', stack => new sfn.Pass(stack, 'Call')],
])('%s waits by default', (_, definition) => {
  const { invocations, deliveries } = stackOf(stack => machine(stack, definition(stack)));
  expect([...invocations, ...deliveries]).toEqual([]);
});

const call = (stack: Stack, more: Partial<tasks.LambdaInvokeProps> = {}) => new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: functionIn(stack, 'Fn'), ...EVENT, ...more });

test.each<[string, string, (stack: Stack) => sfn.IChainable]>([
  ['a branch', 'Both.Branches[1].States.Call.Parameters', stack => new sfn.Parallel(stack, 'Both').branch(new sfn.Pass(stack, 'Pass')).branch(call(stack))],
  ['an item processor', 'Each.ItemProcessor.States.Call.Parameters', stack => new sfn.Map(stack, 'Each').itemProcessor(call(stack))],
  ['a distributed map', 'Each.ItemProcessor.States.Call.Parameters', stack => new sfn.DistributedMap(stack, 'Each').itemProcessor(call(stack))],
  ['a choice', 'Call.Parameters', stack => new sfn.Choice(stack, 'Choice').when(sfn.Condition.isPresent('$.a'), call(stack)).otherwise(new sfn.Succeed(stack, 'End'))],
  ['JSONata', 'Call.Arguments', stack => call(stack, { queryLanguage: sfn.QueryLanguage.JSONATA })],
  ['a task that waits for a token', 'Call.Parameters', stack => call(stack, {
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN, payload: sfn.TaskInput.fromObject({ token: sfn.JsonPath.taskToken }),
  })],
  ['an operation of the SDK', 'Call.Parameters', stack => new tasks.CallAwsService(stack, 'Call', {
    service: 'lambda', action: 'invoke', parameters: { FunctionName: functionIn(stack, 'Fn').functionName, InvocationType: 'Event' }, iamResources: ['*'],
  })],
])('reads %s', (_, path, definition) => {
  const { invocations } = stackOf(stack => machine(stack, definition(stack)));
  expect(invocations).toMatchObject([{ property: `DefinitionString.States.${path}.FunctionName`, to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } }]);
});

test('reads a definition with substitutions', () => {
  const definition = JSON.stringify(states('${Fn}'));
  const { invocations } = stackOf(stack => new sfn.StateMachine(stack, 'Machine', {
    definitionBody: sfn.DefinitionBody.fromString(definition), definitionSubstitutions: { Fn: functionIn(stack, 'Fn').functionArn },
  }));
  expect(invocations).toMatchObject([{ to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } }]);
});

test('reads a definition from a file, with substitutions', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'definition-')), 'definition.asl.json');
  writeFileSync(file, JSON.stringify(states('${Fn}')));
  const { invocations } = stackOf(stack => new sfn.StateMachine(stack, 'Machine', {
    definitionBody: sfn.DefinitionBody.fromFile(file), definitionSubstitutions: { Fn: functionIn(stack, 'Fn').functionArn },
  }));
  expect(invocations).toMatchObject([{ property: 'DefinitionS3Location.States.Call.Parameters.FunctionName', to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) } }]);
});

test('reads a function of another stack', () => {
  const { invocations } = synthesized((app: App) => {
    const fn = functionIn(new Stack(app, 'A', { env: ENV }), 'Fn');
    const stack = new Stack(app, 'B', { env: ENV });
    machine(stack, new tasks.LambdaInvoke(stack, 'Call', { lambdaFunction: fn, ...EVENT }));
  });
  expect(invocations).toMatchObject([{ origin: { stack: 'B' }, to: { kind: 'function', resource: expect.stringMatching(/^A\.Fn/) } }]);
});

function states(name: unknown, more: object = {}, Resource: unknown = 'arn:aws:states:::lambda:invoke') {
  return { StartAt: 'Call', States: { Call: { Type: 'Task', Resource, End: true, Parameters: { FunctionName: name, InvocationType: 'Event', ...more } } } };
}

/** The functions that a state machine calls, or why they are unknown. */
function called(properties: object): string[] {
  const { invocations, deliveries } = resources({ Fn: resource('Lambda::Function'), Machine: resource('StepFunctions::StateMachine', properties) }, {
    Parameters: { Open: { Type: 'String' } },
  });
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? `${rendered(to.name)}:${rendered(to.qualifier)}` : to.kind === 'unknown' ? to.reason : to.kind);
}

const FN = { 'Fn::GetAtt': ['Fn', 'Arn'] };

test.each<[string, object, string]>([
  ['`Definition`', { Definition: states(FN) }, '${S.Fn.Name}:$LATEST'],
  ['`Definition` with `Fn::Sub`', { Definition: states({ 'Fn::Sub': '${Fn.Arn}:live' }) }, '${S.Fn.Name}:live'],
  ['`Definition` with substitutions', { Definition: states('${Of}'), DefinitionSubstitutions: { Of: { Ref: 'Fn' } } }, '${S.Fn.Name}:$LATEST'],
  ['a qualifier apart', { Definition: states(FN, { Qualifier: '7' }) }, '${S.Fn.Name}:7'],
  ['`Fn::Sub`', { DefinitionString: { 'Fn::Sub': JSON.stringify(states('${Fn.Arn}')) } }, '${S.Fn.Name}:$LATEST'],
  ['a literal', { DefinitionString: JSON.stringify(states('orders')) }, 'orders:$LATEST'],
  ['another partition', { DefinitionString: JSON.stringify(states('orders', {}, 'arn:aws-cn:states:::lambda:invoke')) }, 'orders:$LATEST'],
  ['`invokeAsync` of the SDK', { Definition: states('orders', { InvocationType: undefined }, 'arn:aws:states:::aws-sdk:lambda:invokeAsync') }, 'orders:$LATEST'],
  ['an iterator of older definitions', { Definition: { States: { Each: { Type: 'Map', Iterator: states('orders') } } } }, 'orders:$LATEST'],
])('reads %s', (_, properties, expected) => {
  expect(called(properties)).toEqual([expected]);
});

test.each<[string, object, string]>([
  ['a path of the input', { Definition: states(undefined, { 'FunctionName.$': '$.fn' }) }, 'the input of the state machine decides about `FunctionName`'],
  ['an expression', { Definition: states('{% $states.input.fn %}') }, 'the input of the state machine decides about `FunctionName`'],
  ['an invocation type of the input', { Definition: states('orders', { 'InvocationType': undefined, 'InvocationType.$': '$.type' }) }, 'the input of the state machine decides about `InvocationType`'],
  ['a parameter', { DefinitionString: { 'Fn::Sub': JSON.stringify(states('${Open}')) } }, 'parameter `Open` has no default'],
  ['an unknown definition', { DefinitionString: { Ref: 'Open' } }, 'parameter `Open` has no default'],
  ['a definition in a bucket', { DefinitionS3Location: { Bucket: 'b', Key: 'k' } }, 'its definition is in a bucket'],
  ['a list', { DefinitionString: '[]' }, 'its definition is not an object'],
])('does not guess %s', (_, properties, reason) => {
  expect(called(properties)).toEqual([reason]);
});

test.each<[string, object]>([
  ['another service', states('orders', {}, 'arn:aws:states:::sqs:sendMessage')],
  ['another operation', states('orders', {}, 'arn:aws:states:::aws-sdk:lambda:deleteFunction')],
  ['a function as the resource', states('orders', {}, 'arn:aws:lambda:eu-west-1:123456789012:function:orders')],
  ['a task without states', {}],
])('%s is no asynchronous invocation', (_, Definition) => {
  expect(called({ Definition })).toEqual([]);
});
