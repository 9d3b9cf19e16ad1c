import { Annotations, App, Aws, CfnOutput, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { errorOf, fcFunction, rosStack, synthesized } from './fixture';
import { alibaba } from '../../lib';

/** What a stack is refused for. */
function violationsOf(declare: (stack: alibaba.RosStack, aws: Stack) => void): string[] {
  const stack = rosStack();
  declare(stack, new Stack(stack.node.root as App, 'Aws'));
  const [head, ...violations] = errorOf(() => synthesized(stack)).split('\n').map(line => line.trim());
  return violations.length > 0 ? violations : [head];
}

describe('what is of AWS', () => {
  const MESSAGE = (got: string) => `[Ros] \`resources\` must be of Alibaba Cloud, got: ${got}. `
    + 'ROS cannot make anything of AWS, and CloudFormation never sees a ROS stack: it would be made nowhere. '
    + 'Declare it in a stack of AWS, and what belongs to Alibaba Cloud as an `alibaba.RosResource`.';

  test('is refused by its path', () => {
    expect(violationsOf(stack => new sqs.Queue(stack, 'Queue'))).toEqual([MESSAGE('AWS::SQS::Queue at Ros/Queue/Resource')]);
  });

  test('is refused even if it is no resource', () => {
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

test('an image is refused, too', () => {
  expect(errorOf(() => rosStack().synthesizer.addDockerImageAsset({ sourceHash: 'x', directoryName: '.' })))
    .toContain('`asset` must be left out of a ROS stack, got: an image. ');
});

describe('a value that ROS cannot know', () => {
  const MESSAGE = (path: string, got: string) => `\`${path}\` must be a value that ROS can know, got: ${got}. `
    + 'ROS knows nothing of AWS and of other stacks: nobody would fill the value in. '
    + 'Give the text itself, or a value of `alibaba.Aliyun` or of a resource of the same ROS stack.';

  test.each<[string, (aws: Stack) => unknown, string, string]>([
    ['is the Region of AWS', () => `x-${Aws.REGION}`, 'Fn.Value.Fn::Join.1.1', 'AWS::Region'],
    ['is a missing value of AWS', () => Aws.NO_VALUE, 'Fn.Value', 'AWS::NoValue'],
    ['is a reference to nothing', () => ({ Ref: 'Nothing' }), 'Fn.Value', 'Nothing'],
    ['is an attribute of nothing', () => ({ 'Fn::GetAtt': ['Nothing', 'Arn'] }), 'Fn.Value', 'Nothing'],
    ['is an attribute of nothing, in short', () => ({ 'Fn::GetAtt': 'Nothing' }), 'Fn.Value', 'Nothing'],
    ['is what another stack exports', () => Fn.importValue('x'), 'Fn.Value', 'Fn::ImportValue'],
    ['stands in a text', () => Fn.sub('${AWS::AccountId}-x'), 'Fn.Value.Fn::Sub', 'AWS::AccountId'],
    ['is made by a function that ROS has not', () => Fn.base64('x'), 'Fn.Value', 'Fn::Base64'],
  ])('%s', (_, value, path, got) => {
    expect(violationsOf((stack, aws) => fcFunction(stack, 'Fn', { Value: value(aws) }))).toEqual([`[Ros] ${MESSAGE(path, got)}`]);
  });

  test.each<[string, (aws: Stack) => string, string]>([
    ['is of a resource of AWS', aws => new sqs.Queue(aws, 'Queue').queueArn, 'Arn of Aws/Queue/Resource'],
    ['is the account of a stack of AWS', aws => aws.account, 'AWS::AccountId'],
  ])('%s', (_, value, got) => {
    expect(violationsOf((stack, aws) => fcFunction(stack, 'Fn', { Value: [{ Deep: value(aws) }] }))[0]).toContain(got);
  });
});

describe('a dependency across the border of a stack', () => {
  const MESSAGE = (got: string) => `[Ros] \`dependencies\` must not be tied to what another stack holds, got: ${got}. `
    + 'A ROS stack is deployed by other commands than the stacks around it: nobody would keep the order. '
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

test('two configs of one function are refused, whoever made them', () => {
  expect(violationsOf(stack => {
    const fn = fcFunction(stack);
    new alibaba.AsyncInvokeConfig(stack, 'One', { functionName: fn.getAtt('FunctionName') });
    new alibaba.AsyncInvokeConfig(stack, 'Another', { functionName: 'another' });
    new alibaba.RosResource(stack, 'Two', { type: 'ALIYUN::FC3::AsyncInvokeConfig', properties: { FunctionName: fn.getAtt('FunctionName') } });
  })).toEqual([
    '[Ros] `functionName` must be configured once, got: One and Two for {"Fn::GetAtt":["Fn","FunctionName"]}. '
    + 'Function Compute keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. Remove all but one.',
  ]);
});

test('an error that is annotated keeps the template from being written, for the CDK CLI would not show it', () => {
  expect(violationsOf(stack => Annotations.of(fcFunction(stack)).addError('no such runtime'))).toEqual(['[Ros] no such runtime [Ros/Fn]']);
});

test('a template that ROS would not take is refused', () => {
  expect(violationsOf(stack => fcFunction(stack, 'Fn', { Description: 'x'.repeat(524_288) }))).toEqual([
    expect.stringMatching(/^\[Ros\] `template` must be 1 to 524288 bytes, got: 5244\d\d bytes$/),
  ]);
});
