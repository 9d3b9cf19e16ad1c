import { bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { agnosticStack, config, fn } from '../fixture';

test('is rendered explicitly, because CloudFormation would keep an omitted destination', () => {
  expect(bound(() => AsyncDestination.none())).toMatchObject({ arn: '', allowed: [] });
});

test('works with constructs of aws-cdk-lib', () => {
  const stack = agnosticStack();
  fn(stack, 'Fn', { onFailure: AsyncDestination.none() });

  expect(config(stack).Properties.DestinationConfig).toEqual({ OnFailure: { Destination: '' } });
});
