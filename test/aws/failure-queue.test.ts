import { agnosticStack, resources } from './fixture';
import { FailureQueue } from '../../lib/aws/failure-queue';

describe('the failure queue', () => {
  const stack = agnosticStack();
  new FailureQueue(stack, 'Queue');

  test('is encrypted and keeps records as long as a queue can', () => {
    expect(resources(stack, 'AWS::SQS::Queue')).toEqual({
      Queue4A7E3555: {
        Type: 'AWS::SQS::Queue',
        Properties: { SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 60 * 60 },
        UpdateReplacePolicy: 'Delete',
        DeletionPolicy: 'Delete',
      },
    });
  });

  test('is reached by TLS only', () => {
    expect(Object.values(resources(stack, 'AWS::SQS::QueuePolicy')).map(({ Properties }) => Properties.PolicyDocument.Statement)).toEqual([[{
      Action: 'sqs:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] },
    }]]);
  });
});

