import {
  aws_events as events, aws_lambda as lambda, aws_lambda_destinations as destinations,
  aws_lambda_event_sources as sources, aws_sqs as sqs, type Stack,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/destination-loop';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, invokedByRule, liveAlias, of } from '../checked-apps';

test('DestinationLoop is found', () => {
  const found = checked(example.found);
  expect(of('DestinationLoop', found)).toEqual([
    {
      id: 'DestinationLoop',
      severity: 'warning',
      path: 'S/AConfig',
      property: 'DestinationConfig.OnSuccess.Destination',
      value: 'S/A:$LATEST -> S/B -> S/A',
      message: '`DestinationConfig.OnSuccess.Destination` must not lead back to its own function through other destinations, got: S/A:$LATEST -> S/B -> S/A. Each record invokes the next function of the loop, until Lambda stops the loop after about 16 invocations. End the chain in a queue, topic, bus or bucket that invokes none of these functions.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a chain', example.innocent],
    ['a way back to another qualifier, where it ends', stack => {
      const [a, b] = [functionIn(stack, 'A'), functionIn(stack, 'B')];
      configure(a, 'AConfig', { qualifier: liveAlias(a).aliasName, destinationConfig: { onSuccess: { destination: b.functionArn } } });
      configure(b, 'BConfig', { destinationConfig: { onSuccess: { destination: a.functionArn } } });
    }],
    ['a loop that is allowed', stack => {
      const [a, b] = [functionIn(stack, 'A', { recursiveLoop: lambda.RecursiveLoop.ALLOW }), functionIn(stack, 'B')];
      configure(a, 'AConfig', { destinationConfig: { onSuccess: { destination: b.functionArn } } });
      configure(b, 'BConfig', { destinationConfig: { onSuccess: { destination: a.functionArn } } });
    }],
    ['a queue that the function reads: that is synchronous', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      functionIn(stack, 'Fn', { onSuccess: new destinations.SqsDestination(queue) }).addEventSource(new sources.SqsEventSource(queue));
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationLoop', checked(build))).toEqual([]);
  });
});

test('a loop through a bus is one, which Lambda does not even detect', () => {
  const found = checked(stack => {
    const eventBus = new events.EventBus(stack, 'Bus');
    const fn = functionIn(stack, 'Fn', { onSuccess: new destinations.EventBridgeDestination(eventBus) });
    invokedByRule(fn, {}, { eventBus, eventPattern: { source: ['lambda'] } });
  });
  expect(of('DestinationLoop', found)).toMatchObject([{ value: 'S/Fn:$LATEST -> S/Fn', path: 'S/Fn/EventInvokeConfig/Resource' }]);
});

test('reports each of two loops once', () => {
  const found = checked(stack => {
    for (const name of ['A', 'B']) {
      const [one, two] = [functionIn(stack, `${name}1`), functionIn(stack, `${name}2`)];
      configure(one, `${name}1Config`, { destinationConfig: { onSuccess: { destination: two.functionArn } } });
      configure(two, `${name}2Config`, { destinationConfig: { onSuccess: { destination: one.functionArn } } });
    }
  });
  expect(of('DestinationLoop', found).map(({ value }) => value)).toEqual(['S/A1:$LATEST -> S/A2 -> S/A1', 'S/B1:$LATEST -> S/B2 -> S/B1']);
});
