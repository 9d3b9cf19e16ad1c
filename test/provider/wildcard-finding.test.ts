import { App, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { acknowledgeWildcard } from '../../lib/provider/wildcard-finding';

const stack = new Stack(new App(), 'Stack');
const bucket = new s3.Bucket(stack, 'Bucket');

test.each([
  ['everything', '*', '*'],
  ['objects of a bucket of the stack', bucket.arnForObjects('records/*'), '<Bucket83908E77.Arn>/records/*'],
  ['a name of the account', stack.formatArn({ service: 'events', resource: 'replay', resourceName: 'r-*' }), 'arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:replay/r-*'],
  ['a literal ARN', 'arn:aws:s3:::records/*', 'arn:aws:s3:::records/*'],
])('the finding for %s is acknowledged by the name that cdk-nag gives it', (_, resource, name) => {
  const role = new iam.Role(stack, `Role${stack.node.children.length}`, { assumedBy: new iam.AnyPrincipal() });
  acknowledgeWildcard(role, resource, 'It must be.');

  expect(role.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).map(({ data }) => data))
    .toEqual([{ [`AwsSolutions-IAM5[Resource::${name}]`]: 'It must be.' }]);
});
