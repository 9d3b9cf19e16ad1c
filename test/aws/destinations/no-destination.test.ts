import { bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { agnosticStack, config, fn } from '../fixture';

test('no destination is said in the template, where an omission would keep the old one', () => {
  expect(bound(() => AsyncDestination.none())).toMatchObject({ arn: '', allowed: [] });
});

test('it can be said to aws-cdk-lib, too', () => {
  const stack = agnosticStack();
  fn(stack, 'Fn', { onFailure: AsyncDestination.none() });

  expect(config(stack).Properties.DestinationConfig).toEqual({ OnFailure: { Destination: '' } });
});
