import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncDestination } from '../../../lib';
import { agnosticStack, config, errorOf, fn, statements } from '../fixture';

describe('our destinations in constructs of aws-cdk-lib', () => {
  test('work with a function', () => {
    const stack = agnosticStack();
    fn(stack, 'Fn', { onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')) });

    expect(config(stack).Properties).toEqual({
      FunctionName: { Ref: 'Fn9270CBC0' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] } } },
    });
  });

  test('work with an alias', () => {
    const stack = agnosticStack();
    fn(stack).addAlias('live').configureAsyncInvoke({ onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')), onSuccess: AsyncDestination.bus() });

    expect(statements(stack).FnDestinationPolicyE4076F9C.map((statement: any) => statement.Action)).toEqual(['sqs:SendMessage', 'events:PutEvents']);
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
  });

  test('refuse a destination that Lambda would refuse', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Queue', { fifo: true });

    expect(errorOf(() => fn(stack, 'Fn', { onFailure: AsyncDestination.queue(queue) }))).toBe(
      '`onFailure` must be a standard queue, got: AWS::SQS::Queue at Stack/Queue. Lambda refuses FIFO queues as destinations: the deployment fails. ' +
      'Use a standard queue, or a function that writes to the FIFO queue. [Stack/Fn/EventInvokeConfig]',
    );
  });

  test('refuse durable functions', () => {
    const stack = agnosticStack();
    const onSuccess = AsyncDestination.queue(new sqs.Queue(stack, 'Queue'));

    expect(errorOf(() => fn(stack, 'Fn', { durableConfig: { executionTimeout: Duration.hours(1) }, onSuccess }))).toContain(
      '`onSuccess` must be left out for a durable function, got: a destination for Stack/Fn.',
    );
  });
});
