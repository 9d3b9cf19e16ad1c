import { aws_pipes as pipes, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Topology } from '../../../lib/topology';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

function piped(invocationType: string | undefined, more: (stack: Stack) => Partial<pipes.CfnPipeProps> = () => ({})): Topology['invocations'] {
  return stackOf(stack => {
    new pipes.CfnPipe(stack, 'Pipe', {
      source: new sqs.Queue(stack, 'Queue').queueArn,
      target: functionIn(stack, 'Fn').functionArn,
      targetParameters: { lambdaFunctionParameters: { invocationType } },
      roleArn: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') }).roleArn,
      ...more(stack),
    });
  }).invocations;
}

test('reads a pipe that does not wait for the function', () => {
  const [{ enabled, filtered, ...invocation }] = piped('FIRE_AND_FORGET');
  expect(invocation).toMatchObject({ kind: 'pipe', property: 'Target', from: { kind: 'queue' }, to: { kind: 'function' }, role: { kind: 'role' } });
  expect({ enabled, filtered }).toEqual({ enabled: undefined, filtered: false });
});

test.each([['REQUEST_RESPONSE'], [undefined]])('ignores a pipe that waits: %s', invocationType => {
  expect(piped(invocationType)).toEqual([]);
});

test('reads whether a pipe is stopped', () => {
  expect(piped('FIRE_AND_FORGET', () => ({ desiredState: 'STOPPED' }))).toMatchObject([{ enabled: literal(false) }]);
  expect(piped('FIRE_AND_FORGET', () => ({ desiredState: 'RUNNING' }))).toMatchObject([{ enabled: literal(true) }]);
});

test.each<[string, (stack: Stack) => Partial<pipes.CfnPipeProps>]>([
  ['filters', () => ({ sourceParameters: { filterCriteria: { filters: [{ pattern: '{}' }] } } })],
  ['enriches', stack => ({ enrichment: functionIn(stack, 'Enrich').functionArn })],
])('marks a pipe that %s', (_, more) => {
  expect(piped('FIRE_AND_FORGET', more)).toMatchObject([{ filtered: true }]);
});

describe('a pipe', () => {
  const ORDERS = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
  const pipe = (Target: unknown, InvocationType?: unknown) => resources({
    Pipe: resource('Pipes::Pipe', {
      Source: 'arn:aws:sqs:eu-west-1:123456789012:work',
      Target,
      ...InvocationType ? { TargetParameters: { LambdaFunctionParameters: { InvocationType } } } : {},
    }),
  });

  test.each([undefined, 'REQUEST_RESPONSE'])('that waits for its function polls for it (%p)', type => {
    expect(pipe(ORDERS, type)).toMatchObject({ invocations: [], eventSources: [{ type: 'AWS::Pipes::Pipe', source: { kind: 'queue' }, function: { kind: 'function' } }] });
  });

  test.each(['FIRE_AND_FORGET', { 'Fn::Base64': '' }])('that does not wait for certain does not (%p)', type => {
    expect(pipe(ORDERS, type).eventSources).toEqual([]);
  });

  test('passes on to a queue', () => {
    expect(pipe('arn:aws:sqs:eu-west-1:123456789012:more').deliveries).toMatchObject([{ kind: 'pipe', from: { kind: 'queue' }, to: { kind: 'queue' } }]);
  });
});
