import { aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';

test('a function as a destination is invoked, a queue is not', () => {
  const { invocations, deliveries } = stackOf(stack => {
    functionIn(stack, 'Fn', {
      onSuccess: new destinations.LambdaDestination(functionIn(stack, 'Next')),
      onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')),
      deadLetterQueue: new sqs.Queue(stack, 'Lost'),
    });
  });
  const from = { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) };
  expect(invocations).toMatchObject([{
    kind: 'on-success',
    origin: { type: 'AWS::Lambda::EventInvokeConfig' },
    property: 'DestinationConfig.OnSuccess.Destination',
    from,
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Next/) },
  }]);
  expect(deliveries).toMatchObject([
    { kind: 'on-failure', property: 'DestinationConfig.OnFailure.Destination', from, to: { resource: expect.stringMatching(/^S\.Queue/) } },
    { kind: 'dead-letter-queue', property: 'DeadLetterConfig.TargetArn', from, to: { resource: expect.stringMatching(/^S\.Lost/) } },
  ]);
});
