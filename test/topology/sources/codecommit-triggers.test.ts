import { aws_codecommit as codecommit } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';

test('reads the trigger of a repository', () => {
  const { invocations } = stackOf(stack => {
    new codecommit.Repository(stack, 'Repository', { repositoryName: 'r' }).notify(functionIn(stack, 'Fn').functionArn);
  });
  expect(invocations).toMatchObject([{
    kind: 'codecommit-trigger',
    property: 'Triggers[0].DestinationArn',
    from: { kind: 'other', service: 'codecommit' },
    to: { kind: 'function' },
  }]);
});
