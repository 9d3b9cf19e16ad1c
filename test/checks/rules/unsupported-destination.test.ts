import { CfnParameter, CustomResource, aws_kinesis as kinesis, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, failuresOf, of } from '../checked-apps';

test('UnsupportedDestination is found', () => {
  const found = checked(stack => {
    failuresOf(functionIn(stack, 'Fn'), new kinesis.Stream(stack, 'Stream').streamArn);
  });
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

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['an attribute of a custom resource', stack => {
      const custom = new CustomResource(stack, 'Custom', { serviceToken: functionIn(stack, 'Provider').functionArn });
      failuresOf(functionIn(stack, 'Fn'), custom.getAttString('Arn'));
    }],
    ['a name of which only the deployment knows whether it has a slash', stack => {
      failuresOf(functionIn(stack, 'Fn'), `arn:aws:events:eu-west-1:123456789012:${new CfnParameter(stack, 'Bus').valueAsString}`);
    }],
    ['an access point of S3, of which nothing is documented', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:s3:eu-west-1:123456789012:accesspoint/orders');
    }],
  ])('%s', (_, build) => {
    expect(of('UnsupportedDestination', checked(build))).toEqual([]);
  });
});
