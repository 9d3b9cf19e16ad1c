import { App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledgeWildcards } from '../../../lib/aws/destinations/acknowledged-wildcards';

const stack = new Stack(new App(), 'Stack');
const bucket = new s3.Bucket(stack, 'Bucket');

function acknowledged(actions: string[], ...resources: string[]): string[] {
  return acknowledgedBy({ actions, resources });
}

function acknowledgedBy(statement: iam.PolicyStatementProps): string[] {
  const policy = new iam.Policy(stack, `Policy${stack.node.children.length}`);
  acknowledgeWildcards(policy, new iam.PolicyStatement(statement));
  return policy.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data));
}

describe('the finding for a wildcard is acknowledged', () => {
  test('for a bucket of the stack, by its logical id', () => {
    expect(acknowledged(['s3:PutObject'], bucket.arnForObjects('*'))).toEqual(['AwsSolutions-IAM5[Resource::<Bucket83908E77.Arn>/*]']);
  });

  test('for a bucket with a literal name', () => {
    expect(acknowledged(['s3:PutObject'], 'arn:aws:s3:::records/*')).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::records/*]']);
  });

  test('for keys with an alias', () => {
    const resource = stack.formatArn({ service: 'kms', resource: 'key', resourceName: '*' });

    expect(acknowledgedBy({ actions: ['kms:Decrypt'], resources: [resource], conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/orders' } } }))
      .toEqual(['AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*]']);
  });
});

describe('no finding is acknowledged', () => {
  test('for the statement of another destination', () => {
    expect(acknowledged(['sqs:SendMessage'], '*')).toEqual([]);
  });

  test('for all keys', () => {
    expect(acknowledged(['kms:Decrypt'], 'arn:aws:kms:eu-west-1:111111111111:key/*')).toEqual([]);
  });

  test('for a statement that allows more than writing records', () => {
    expect(acknowledged(['s3:PutObject', 's3:DeleteObject'], bucket.arnForObjects('*'))).toEqual([]);
  });
});
