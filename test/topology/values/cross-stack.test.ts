import { CfnOutput, Fn, Stack, Stage, aws_events as events, aws_events_targets as targets, aws_sqs as sqs } from 'aws-cdk-lib';
import { readTemplates } from '../../../lib/topology';
import { unknown } from '../../../lib/topology/values/value';
import { at, ENV, functionIn, synthesized } from '../synthesized';
import { FIXED, resource } from '../templates';

const HERE = 'aws://123456789012/eu-west-1';
const THERE = 'aws://123456789012/us-east-1';

/** What a queue of stack `Reader` is named after. */
function read(expression: unknown, others: Array<{ name: string; outputs: unknown; environment?: string }>, environment: string | undefined = FIXED) {
  const producers = others.map(({ name, outputs, environment: place }) => ({
    name, template: { Resources: { Q: resource('SQS::Queue') }, Outputs: outputs }, environment: place ?? HERE,
  }));
  const reader = { name: 'Reader', template: { Resources: { X: resource('SQS::Queue', { QueueName: expression }) } }, environment };
  return readTemplates([reader, ...producers]).queues.get('Reader.X')!.name;
}

const EXPORT = { O: { Value: { 'Fn::GetAtt': ['Q', 'Arn'] }, Export: { Name: 'queue' } } };
const QUEUE = { kind: 'reference', resource: 'P.Q', attribute: 'Arn' };

describe('Fn::ImportValue', () => {
  test('finds an export of another stack', () => {
    expect(read({ 'Fn::ImportValue': 'queue' }, [{ name: 'P', outputs: EXPORT }])).toEqual(QUEUE);
  });

  test('finds an export whose name is composed', () => {
    const outputs = { O: { ...EXPORT.O, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-queue' } } } };
    expect(read({ 'Fn::ImportValue': { 'Fn::Join': ['-', ['P', 'queue']] } }, [{ name: 'P', outputs }])).toEqual(QUEUE);
  });

  test('does not look into other Regions', () => {
    expect(read({ 'Fn::ImportValue': 'queue' }, [{ name: 'P', outputs: EXPORT, environment: THERE }, { name: 'Z', outputs: EXPORT }]))
      .toEqual({ ...QUEUE, resource: 'Z.Q' });
    expect(read({ 'Fn::ImportValue': 'queue' }, [{ name: 'P', outputs: EXPORT, environment: THERE }]))
      .toEqual(unknown('no stack of the app exports `queue` in the same account and Region'));
  });

  test('does not choose among several exports exports', () => {
    expect(read({ 'Fn::ImportValue': 'queue' }, [{ name: 'P', outputs: EXPORT }, { name: 'Z', outputs: EXPORT }]))
      .toEqual(unknown('several stacks export `queue`'));
  });

  test('is unknown if the app has no such export', () => {
    expect(read({ 'Fn::ImportValue': 'queue' }, [])).toEqual(unknown('no stack of the app exports `queue` in the same account and Region'));
    expect(read({ 'Fn::ImportValue': { 'Fn::Base64': '' } }, [])).toEqual(unknown('the name of an export is known at deploy time only'));
  });

  test('stops at exports that import each other', () => {
    const loop = (name: string, other: string) => ({ O: { Value: { 'Fn::ImportValue': other }, Export: { Name: name } } });
    expect(read({ 'Fn::ImportValue': 'a' }, [{ name: 'A', outputs: loop('a', 'b') }, { name: 'B', outputs: loop('b', 'a') }]))
      .toEqual(unknown('it refers to itself'));
  });

  test('gives up on a chain of ten thousand stacks', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => ({
      name: `S${i}`, outputs: { O: { Value: { 'Fn::ImportValue': `e${i + 1}` }, Export: { Name: `e${i}` } } },
    }));
    expect(read({ 'Fn::ImportValue': 'e0' }, chain)).toEqual(unknown('its references go more than 400 levels deep'));
  });
});

describe('Fn::GetStackOutput', () => {
  test.each([
    ['by name', { StackName: 'P', OutputName: 'O' }, HERE],
    ['by name and Region', { StackName: 'P', OutputName: 'O', Region: 'us-east-1' }, THERE],
    ['by ARN', { StackName: 'arn:aws:cloudformation:us-east-1:123456789012:stack/P/*', OutputName: 'O', Region: 'us-east-1' }, THERE],
    ['with a role', { StackName: 'P', OutputName: 'O', Region: 'eu-west-1', RoleArn: 'arn:aws:iam::123456789012:role/R' }, HERE],
  ])('finds an output %s', (_, argument, environment) => {
    expect(read({ 'Fn::GetStackOutput': argument }, [{ name: 'P', outputs: EXPORT, environment }])).toEqual(QUEUE);
  });

  test.each([
    ['another Region', { StackName: 'P', OutputName: 'O', Region: 'us-east-1' }, 'the app has no stack `P` to read `O` from, or several'],
    ['no such output', { StackName: 'P', OutputName: 'Nope' }, 'stack `P` has no output `Nope`'],
    ['no name', {}, 'the stack of an `Fn::GetStackOutput` is known at deploy time only'],
    ['no object', 'P.O', 'the stack of an `Fn::GetStackOutput` is known at deploy time only'],
  ])('is unknown for %s', (_, argument, reason) => {
    expect(read({ 'Fn::GetStackOutput': argument }, [{ name: 'P', outputs: EXPORT }])).toEqual(unknown(reason));
  });
});

test('a rule of one stack invokes the function of another', () => {
  const { invocations } = synthesized(app => {
    const fn = functionIn(new Stack(app, 'Functions', { env: ENV }), 'Fn');
    new events.Rule(new Stack(app, 'Rules', { env: ENV }), 'Rule', {
      eventPattern: { source: ['x'] },
      targets: [new targets.LambdaFunction(fn)],
    });
  });
  expect(invocations.map(({ origin, to }) => [origin.path, to.kind === 'function' && to.resource])).toEqual([
    ['Rules/Rule/Resource', expect.stringMatching(/^Functions\.Fn/)],
  ]);
});

test('equal stages import from their own stacks', () => {
  const { queues } = synthesized(app => {
    for (const id of ['Dev', 'Prod']) {
      const stage = new Stage(app, id);
      const queue = new sqs.Queue(new Stack(stage, 'P', { stackName: 'P' }), 'Queue');
      new CfnOutput(Stack.of(queue), 'Out', { value: queue.queueArn, exportName: 'queue' });
      new sqs.Queue(new Stack(stage, 'R'), 'Reader', { queueName: Fn.importValue('queue') });
    }
  });
  expect([...queues.values()].filter(({ path }) => path!.includes('Reader')).map(({ path, name }) => [path, name])).toEqual([
    ['Dev/R/Reader/Resource', { kind: 'reference', resource: at(queues.values(), 'Dev/P/Queue/Resource').key, attribute: 'Arn' }],
    ['Prod/R/Reader/Resource', { kind: 'reference', resource: at(queues.values(), 'Prod/P/Queue/Resource').key, attribute: 'Arn' }],
  ]);
});

