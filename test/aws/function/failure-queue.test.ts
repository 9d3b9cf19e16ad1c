import { FailureQueue } from '../../../lib/aws/function/failure-queue';
import { agnosticStack, resources } from '../fixture';

describe('the failure queue', () => {
  const stack = agnosticStack();
  const queue = new FailureQueue(stack, 'Queue');

  test('is encrypted and has the longest retention', () => {
    expect(resources(stack, 'AWS::SQS::Queue')).toEqual({
      Queue4A7E3555: {
        Type: 'AWS::SQS::Queue',
        Properties: { SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 60 * 60 },
        UpdateReplacePolicy: 'Delete',
        DeletionPolicy: 'Delete',
      },
    });
  });

  test('tells cdk-nag why it has no dead-letter queue of its own', () => {
    const reason = 'The queue is the last stop of failed events. You read them there.';

    const acknowledged: object = Object.assign({}, ...queue.node.metadata.filter(({ type }) => type === 'aws:cdk:acknowledged-rules').map(({ data }) => data));
    expect(Object.entries(acknowledged)).toEqual([
      [expect.stringMatching(/AwsSolutions-SQS3$/), reason], [expect.stringMatching(/Serverless-SQSRedrivePolicy$/), reason],
    ]);
  });

  test('accepts TLS only', () => {
    expect(Object.values(resources(stack, 'AWS::SQS::QueuePolicy')).map(({ Properties }) => Properties.PolicyDocument.Statement)).toEqual([[{
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] },
    }]]);
  });
});

