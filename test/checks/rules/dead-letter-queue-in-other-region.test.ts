import { type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/dead-letter-queue-in-other-region';
import { checked, of } from '../checked-apps';

test('DeadLetterQueueInOtherRegion is found', () => {
  const found = checked(example.found);
  expect(of('DeadLetterQueueInOtherRegion', found)).toEqual([
    {
      id: 'DeadLetterQueueInOtherRegion',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'arn:aws:sqs:us-east-1:123456789012:orders in us-east-1',
      message: '`DeadLetterConfig.TargetArn` must be in the function\'s Region, got: arn:aws:sqs:us-east-1:123456789012:orders in us-east-1. Lambda refuses it: "Invalid dead letter queue ARN: The resource specified by the TargetArn must be in the same region as the Lambda function it\'s associated with." Use a queue or topic of the same Region.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the same Region', example.innocent],
  ])('%s', (_, build) => {
    expect(of('DeadLetterQueueInOtherRegion', checked(build))).toEqual([]);
  });
});
