import { Annotations, App, Aws, CfnOutput, Lazy, NestedStack, Stack } from 'aws-cdk-lib';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { errorOf, fcFunction, rosStack, synthesized, templateOf } from './fixture';
import { alibaba } from '../../lib';

/** What a stack is refused for. */
function violationsOf(declare: (stack: alibaba.RosStack, aws: Stack) => void): string[] {
  const stack = rosStack();
  declare(stack, new Stack(stack.node.root as App, 'Aws'));
  const [head, ...violations] = errorOf(() => synthesized(stack)).split('\n').map(line => line.trim());
  return violations.length > 0 ? violations : [head];
}

describe('an element of AWS', () => {
  const MESSAGE = (got: string) => `[Ros] \`resources\` must be of Alibaba Cloud, got: ${got}. `
    + 'ROS makes only resources of Alibaba Cloud, and CloudFormation does not deploy ROS stacks: the resource is never made. '
    + 'Declare it in an AWS stack, or declare an `alibaba.RosResource` instead.';

  test('is refused by its path', () => {
    expect(violationsOf(stack => new sqs.Queue(stack, 'Queue'))).toEqual([MESSAGE('AWS::SQS::Queue at Ros/Queue/Resource')]);
  });

  test('is refused even if it is not a resource', () => {
    expect(violationsOf(stack => new CfnOutput(stack, 'Output', { value: 'x' }))).toEqual([MESSAGE('CfnOutput at Ros/Output')]);
  });

  test('is refused as a nested stack', () => {
    expect(violationsOf(stack => new NestedStack(stack, 'Nested'))).toEqual([expect.stringMatching(/^`asset` must be left out of a ROS stack, got: RosNested\w+\.nested\.template\.json\. /)]);
  });

  test('is refused as an asset', () => {
    expect(errorOf(() => new assets.Asset(rosStack(), 'Code', { path: __filename }))).toMatch(
      /^`asset` must be left out of a ROS stack, got: asset\.\w+\.ts\. Assets go to the buckets and registries of AWS, which ROS cannot read\. Refer to code in OSS, or to an image in the Container Registry\. \[Ros\]$/,
    );
  });
});

describe('refuses a dependency across the border of a stack', () => {
  const MESSAGE = (got: string) => `[Ros] \`dependencies\` must be within one ROS stack, got: ${got}. `
    + 'A ROS stack is deployed by other commands than AWS stacks, so the CDK CLI cannot keep the order. '
    + 'Remove the dependency, and deploy one after the other.';

  test.each<[string, (stack: alibaba.RosStack, aws: Stack) => void, string]>([
    ['of the ROS stack', (stack, aws) => stack.addDependency(aws), 'Ros on Aws'],
    ['on the ROS stack', (stack, aws) => aws.addDependency(stack), 'Aws on Ros'],
    ['of a resource', (stack, aws) => fcFunction(stack).node.addDependency(new sqs.Queue(aws, 'Queue')), 'Ros/Fn on Aws/Queue'],
    ['on a resource', (stack, aws) => new sqs.Queue(aws, 'Queue').node.addDependency(fcFunction(stack)), 'Aws/Queue on Ros/Fn'],
  ])('%s is refused', (_, declare, got) => {
    expect(violationsOf(declare)).toEqual([MESSAGE(got)]);
  });
});

test('fails for an annotated error, which the CDK CLI would not show', () => {
  expect(violationsOf(stack => Annotations.of(fcFunction(stack)).addError('no such runtime'))).toEqual(['[Ros] no such runtime [Ros/Fn]']);
});

test('refuses a template that is too large for ROS', () => {
  expect(violationsOf(stack => fcFunction(stack, 'Fn', { Description: 'x'.repeat(524_288) }))).toEqual([
    expect.stringMatching(/^\[Ros\] `template` must be 1 to 524288 bytes, got: 5244\d\d bytes$/),
  ]);
});

describe('a description', () => {
  const described = (description: string) => {
    const stack = rosStack({ description });
    fcFunction(stack);
    return stack;
  };

  test('can be lazy', () => {
    expect(templateOf(described(Lazy.string({ produce: () => 'late' }))).Description).toBe('late');
  });

  test.each([['AWS', Aws.REGION], ['Alibaba Cloud', alibaba.Aliyun.REGION]])('is refused if the deployment on %s has to fill it in', (_, region) => {
    expect(errorOf(() => synthesized(described(`Orders of ${region}`)))).toBe('Validation failed with the following errors:\n'
      + '  [Ros] `description` must be a text that is known at synth, got: a value that only the deployment knows. ROS resolves no values in a description. Write the text itself.');
  });
});
