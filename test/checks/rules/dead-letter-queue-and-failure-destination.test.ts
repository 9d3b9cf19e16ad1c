import { aws_lambda as lambda, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/dead-letter-queue-and-failure-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('DeadLetterQueueAndFailureDestination is found', () => {
  const found = checked(example.found);
  expect(of('DeadLetterQueueAndFailureDestination', found)).toEqual([
    {
      id: 'DeadLetterQueueAndFailureDestination',
      severity: 'warning',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue beside S/Fn/DeadLetterQueue',
      message: '`DestinationConfig.OnFailure.Destination` must be the only target of failed events, got: S/Queue beside S/Fn/DeadLetterQueue. The function also has a dead-letter queue: Lambda sends every failed event to both, in two formats. Remove the dead-letter queue, whose messages hold less than the record, or acknowledge this warning.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a dead-letter queue beside a destination of successes', example.innocent],
    ['a durable function, which has no destinations anyway', stack => {
      const fn = functionIn(stack, 'Fn', { deadLetterQueueEnabled: true, onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
      (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('DurableConfig', { ExecutionTimeout: 60 });
    }],
    ['a failure destination alone', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    }],
  ])('%s', (_, build) => {
    expect(of('DeadLetterQueueAndFailureDestination', checked(build))).toEqual([]);
  });
});
