import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { warn } from './warning';
import { NO_ROUTE_FOR_ANSWERS } from '../constraints/aws-lambda/deploy-time';

/** Warns if all subnets are isolated: without VPC endpoints, which cannot be seen here, the handler cannot answer. */
export function warnOfIsolation(handler: IConstruct, vpc: ec2.IVpc, selection?: ec2.SubnetSelection): void {
  const isolated = vpc.isolatedSubnets.map(({ node }) => node.path);
  const { subnets } = vpc.selectSubnets(selection);
  if (subnets.length > 0 && subnets.every(({ node }) => isolated.includes(node.path))) {
    warn(handler, NO_ROUTE_FOR_ANSWERS, 'provider.vpcSubnets', `isolated subnets of ${vpc.node.path}`);
  }
}
