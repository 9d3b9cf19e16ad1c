import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { replay } from './replays';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { agnosticStack, errorOf } from '../fixture';

/** Each has 100 characters as an ARN. */
function withTargets(count: number) {
  const stack = agnosticStack();
  const targets = Array.from({ length: count }, (_, index) =>
    lambda.Function.fromFunctionArn(stack, `Fn${index}`, `arn:aws:lambda:eu-west-1:222222222222:function:${String(index).padEnd(53, 'f')}`));
  replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets });
  return stack;
}

test('thirty functions fit in the environment', () => {
  expect(() => Template.fromStack(withTargets(30))).not.toThrow();
});

test('forty do not', () => {
  expect(errorOf(() => Template.fromStack(withTargets(40)))).toContain(
    '[Stack/Replay] `from` and `targets` must have no more entries than fit in 4096 bytes of environment variables, got: 1 and 40. ' +
    'Lambda refuses more for one function: the deployment of the workers fails. Declare several replays, each with a part of the sources and their functions.',
  );
});
