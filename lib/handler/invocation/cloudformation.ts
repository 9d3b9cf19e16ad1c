/** What is used of CloudFormation, apart, so that it can be loaded late. */
export { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
