import { App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledgeObjects } from '../../../lib/aws/destinations/acknowledged-objects';

const stack = new Stack(new App(), 'Stack');
const bucket = new s3.Bucket(stack, 'Bucket');

function acknowledged(actions: string[], ...resources: string[]): string[] {
  const policy = new iam.Policy(stack, `Policy${stack.node.children.length}`);
  acknowledgeObjects(policy, new iam.PolicyStatement({ actions, resources }));
  return policy.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data));
}

describe('the finding for all objects is acknowledged', () => {
  test('for a bucket of the stack, by its logical id', () => {
    expect(acknowledged(['s3:PutObject'], bucket.arnForObjects('*'))).toEqual(['AwsSolutions-IAM5[Resource::<Bucket83908E77.Arn>/*]']);
  });

  test('for a bucket with a literal name', () => {
    expect(acknowledged(['s3:PutObject'], 'arn:aws:s3:::records/*')).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::records/*]']);
  });
});

describe('no finding is acknowledged', () => {
  test('for the statement of another destination', () => {
    expect(acknowledged(['sqs:SendMessage'], '*')).toEqual([]);
  });

  test('for a statement that allows more than writing records', () => {
    expect(acknowledged(['s3:PutObject', 's3:DeleteObject'], bucket.arnForObjects('*'))).toEqual([]);
  });
});
