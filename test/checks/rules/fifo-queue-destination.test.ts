import {
  CfnCondition, CfnParameter, Fn, aws_lambda_destinations as destinations, aws_lambda_event_sources as sources,
  aws_sns as sns, aws_sqs as sqs, type Stack,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/fifo-queue-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, of } from '../checked-apps';

test('FifoQueueDestination is found', () => {
  const found = checked(example.found);
  expect(of('FifoQueueDestination', found)).toEqual([
    {
      id: 'FifoQueueDestination',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue',
      message: '`DestinationConfig.OnFailure.Destination` must be a standard queue, got: S/Queue. Lambda refuses FIFO queues as destinations: the deployment fails. Use a standard queue, or a function that writes to the FIFO queue.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a standard queue', example.innocent],
    ['a FIFO topic, which is another rule\'s', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.SnsDestination(new sns.Topic(stack, 'Topic', { fifo: true })) });
    }],
    ['a queue that only the deployment knows', stack => {
      failuresOf(functionIn(stack, 'Fn'), new CfnParameter(stack, 'Arn').valueAsString);
    }],
    ['a queue whose being FIFO only the deployment knows', stack => {
      const queue = new sqs.CfnQueue(stack, 'Queue');
      queue.addPropertyOverride('FifoQueue', { 'Fn::If': ['Fifo', true, { Ref: 'AWS::NoValue' }] });
      new CfnCondition(stack, 'Fifo', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Kind').valueAsString, 'fifo') });
      failuresOf(functionIn(stack, 'Fn'), queue.attrArn);
    }],
    ['a FIFO queue that a function reads', stack => {
      functionIn(stack, 'Fn').addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue', { fifo: true })));
    }],
  ])('%s', (_, build) => {
    expect(of('FifoQueueDestination', checked(build))).toEqual([]);
  });
});
