import { CfnParameter, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/unsupported-dead-letter-queue';
import { functionIn } from '../../topology/synthesized';
import { checked, of } from '../checked-apps';

test('UnsupportedDeadLetterQueue is found', () => {
  const found = checked(example.found);
  expect(of('UnsupportedDeadLetterQueue', found)).toEqual([
    {
      id: 'UnsupportedDeadLetterQueue',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'S/Next',
      message: '`DeadLetterConfig.TargetArn` must be a standard queue or a standard topic, got: S/Next. Lambda refuses other services: "Invalid dead letter queue ARN: The service specified by the TargetArn is not supported for dead letter configuration." Use a queue or topic, or an `onFailure` destination, which may also be a bus, function or bucket.',
    },
  ]);
});

test('a queue by its URL is found', () => {
  const found = checked(stack => {
    const fn = functionIn(stack, 'Fn');
    (fn.node.defaultChild as lambda.CfnFunction).deadLetterConfig = { targetArn: new sqs.Queue(stack, 'Lost').queueUrl };
  });
  expect(of('UnsupportedDeadLetterQueue', found)).toEqual([
    {
      id: 'UnsupportedDeadLetterQueue',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'the URL of S/Lost',
      message: '`DeadLetterConfig.TargetArn` must be an ARN, got: the URL of S/Lost. Lambda refuses the function: the deployment fails. Write the ARN, e.g. `queue.queueArn`: a `Ref` yields the URL of a queue.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a topic', example.innocent],
    ['what only the deployment knows', stack => {
      const fn = functionIn(stack, 'Fn');
      (fn.node.defaultChild as lambda.CfnFunction).deadLetterConfig = { targetArn: new CfnParameter(stack, 'Arn').valueAsString };
    }],
  ])('%s', (_, build) => {
    expect(of('UnsupportedDeadLetterQueue', checked(build))).toEqual([]);
  });
});
