import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { resource } from './fixture';
import { warnOfIsolation } from '../../lib/provider/handler-network';
import { messages } from '../aws/fixture';

function warnings(vpcSubnets?: ec2.SubnetSelection) {
  const app = new Stack(new App(), 'Stack');
  const vpc = new ec2.Vpc(app, 'Vpc', {
    subnetConfiguration: [
      { name: 'egress', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
    ],
  });
  resource(app, 'A', { vpc, vpcSubnets });
  return messages(app);
}

test('warns of a handler in isolated subnets', () => {
  expect(warnings({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED })).toEqual([[expect.stringMatching(/^\/Stack\/DeployTimeHandler\w{8}$/),
    '`provider.vpcSubnets` must not be isolated unless they have endpoints for Lambda and Amazon S3, got: isolated subnets of Stack/Vpc. ' +
    'The handler answers CloudFormation through Amazon S3: without a route to it, each deployment hangs until it times out. ' +
    'Use subnets with a NAT, or add an interface endpoint for Lambda and a gateway endpoint for S3, then acknowledge this warning.']]);
});

test('does not warn if some subnets are not isolated, or none are known', () => {
  const app = new Stack(new App(), 'Stack');
  const vpc = new ec2.Vpc(app, 'Vpc', {
    subnetConfiguration: [
      { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
    ],
  });
  warnOfIsolation(app, vpc, { subnets: [...vpc.isolatedSubnets, ...vpc.publicSubnets] });
  warnOfIsolation(app, vpc, { subnets: [] });

  expect(messages(app)).toEqual([]);
});

test.each([undefined, { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }])('does not warn of subnets with a way out: %j', selection => {
  expect(warnings(selection)).toEqual([]);
});
