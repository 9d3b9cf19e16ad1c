import { CfnParameter, CustomResource, aws_events as events, aws_s3 as s3, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/unsupported-destination';
import { functionIn } from '../../topology/synthesized';
import { checked, configure, failuresOf, of } from '../checked-apps';

test('UnsupportedDestination is found', () => {
  const found = checked(example.found);
  expect(of('UnsupportedDestination', found)).toEqual([
    {
      id: 'UnsupportedDestination',
      severity: 'error',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Stream',
      message: '`DestinationConfig.OnFailure.Destination` must be a queue, topic, event bus, function or bucket, got: S/Stream. Lambda delivers to nothing else and refuses the config: the deployment fails. Send to an event bus or a function that forwards to it.',
    },
  ]);
});

describe('a destination that is no ARN', () => {
  const value = (build: (stack: Stack) => string) =>
    of('UnsupportedDestination', checked(stack => void failuresOf(functionIn(stack, 'Fn'), build(stack)))).map(finding => finding.value);

  test('is found', () => {
    const found = checked(stack => {
      configure(functionIn(stack, 'Fn'), 'Config', { destinationConfig: { onSuccess: { destination: new sqs.Queue(stack, 'Queue').queueUrl } } });
    });
    expect(of('UnsupportedDestination', found)).toEqual([
      {
        id: 'UnsupportedDestination',
        severity: 'error',
        path: 'S/Config',
        property: 'DestinationConfig.OnSuccess.Destination',
        value: 'the URL of S/Queue',
        message: '`DestinationConfig.OnSuccess.Destination` must be an ARN, got: the URL of S/Queue. Lambda refuses the config: the deployment fails. Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue, and the name of an event bus, function or bucket.',
      },
    ]);
  });

  test.each<[string, (stack: Stack) => string, string]>([
    ['the name of a queue', stack => new sqs.Queue(stack, 'Queue').queueName, 'the name of S/Queue'],
    ['the name of a bus', stack => new events.EventBus(stack, 'Bus').eventBusName, 'the name of S/Bus'],
    ['the name of a bucket', stack => new s3.Bucket(stack, 'Bucket').bucketName, 'the name of S/Bucket'],
    ['the name of a function', stack => functionIn(stack, 'Next').functionName, 'the name of S/Next'],
    ['a name that is written out', () => 'orders', '"orders"'],
    ['a URL that is written out', () => 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders', 'a text that does not begin with `arn:`'],
    ['a URL that is composed', stack => `https://sqs.eu-west-1.amazonaws.com/123456789012/${new sqs.Queue(stack, 'Queue').queueName}`, 'a text that does not begin with `arn:`'],
  ])('may be %s', (_, destination, found) => {
    expect(value(stack => destination(stack))).toEqual([found]);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a queue', example.innocent],
    ['an attribute of a custom resource', stack => {
      const custom = new CustomResource(stack, 'Custom', { serviceToken: functionIn(stack, 'Provider').functionArn });
      failuresOf(functionIn(stack, 'Fn'), custom.getAttString('Arn'));
    }],
    ['a name of which only the deployment knows whether it has a slash', stack => {
      failuresOf(functionIn(stack, 'Fn'), `arn:aws:events:eu-west-1:123456789012:${new CfnParameter(stack, 'Bus').valueAsString}`);
    }],
    ['no destination, as Lambda is told to clear one', stack => {
      failuresOf(functionIn(stack, 'Fn'), '');
    }],
    ['what only the deployment knows', stack => {
      failuresOf(functionIn(stack, 'Fn'), new CfnParameter(stack, 'Destination').valueAsString);
    }],
    ['what Systems Manager knows', stack => {
      failuresOf(functionIn(stack, 'Fn'), '{{resolve:ssm:/orders/queue-arn}}');
    }],
    ['an access point of S3, of which nothing is documented', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:s3:eu-west-1:123456789012:accesspoint/orders');
    }],
  ])('%s', (_, build) => {
    expect(of('UnsupportedDestination', checked(build))).toEqual([]);
  });
});
