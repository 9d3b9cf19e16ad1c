import type { SizeConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'Alibaba Cloud ROS API reference 2019-09-10';
const CONFIG_TYPE = 'Alibaba Cloud ROS help, ALIYUN::FC3::AsyncInvokeConfig, 2025-10-17';

/** The version of every template. */
export const FORMAT_VERSION = '2015-09-01';

/** The beginning of every pseudo parameter. */
export const PSEUDO_PARAMETER = 'ALIYUN::';

/** A whole template. */
export const TEMPLATE_BODY: SizeConstraint = {
  kind: 'size',
  property: 'template',
  parameter: 'TemplateBody',
  min: 1,
  max: 524_288,
  unit: 'bytes',
  source: `${API}, CreateStack`,
};

/** The longest argument that Linux passes to a command, in bytes, e.g. a template for `aliyun`. */
export const LONGEST_ARGUMENT = 128 * 1024 - 1;

/** The type of a resource. */
export const RESOURCE_TYPE: TextConstraint = {
  kind: 'text',
  property: 'type',
  parameter: 'Type',
  min: 9,
  max: 255,
  pattern: '(ALIYUN|DATASOURCE|MODULE|Custom)::.+',
  grammar: 'a type of ROS, e.g. ALIYUN::FC3::Function',
  source: 'Alibaba Cloud ROS help, Resources',
  note: 'No page gives a length.',
};

/** The type of a function. */
export const FUNCTION_TYPE = 'ALIYUN::FC3::Function';

/** The type of an asynchronous invocation config. */
export const ASYNC_INVOKE_CONFIG_TYPE = 'ALIYUN::FC3::AsyncInvokeConfig';

export const QUALIFIED_CONFIG: Rule = {
  id: 'QualifiedConfig',
  rule: 'be left out, or be LATEST',
  consequence: `A ROS template configures the function itself only: \`${ASYNC_INVOKE_CONFIG_TYPE}\` has no qualifier.`,
  remedy: 'Configure an alias or version from an AWS stack with `alibaba.DeployTimeAsyncInvokeConfig`.',
  source: CONFIG_TYPE,
  evidence: { grade: 'documented', says: 'The resource type has no property for a qualifier.' },
};

export const AWS_RESOURCE: Rule = {
  id: 'AwsResource',
  rule: 'be of Alibaba Cloud',
  consequence: 'ROS makes only resources of Alibaba Cloud, and CloudFormation does not deploy ROS stacks: the resource is never made.',
  remedy: 'Declare it in an AWS stack, or declare an `alibaba.RosResource` instead.',
  source: 'Alibaba Cloud ROS help, Resources',
  evidence: { grade: 'documented', says: 'The types of ROS are those of Alibaba Cloud.' },
};

export const AWS_VALUE: Rule = {
  id: 'AwsValue',
  rule: 'be a value that ROS can resolve',
  consequence: 'ROS cannot resolve values of AWS or of other stacks.',
  remedy: 'Write the text itself, or use a value of `alibaba.Aliyun` or of a resource of the same ROS stack.',
  source: 'Alibaba Cloud ROS help, Pseudo parameters and Functions',
  evidence: { grade: 'documented', says: 'ROS resolves its own functions and pseudo parameters only.' },
};

export const DESCRIPTION: Rule = {
  id: 'Description',
  rule: 'be a text that is known at synth',
  consequence: 'ROS resolves no values in a description.',
  remedy: 'Write the text itself.',
  source: 'Alibaba Cloud ROS help, Template structure',
  evidence: { grade: 'documented', says: 'The description of a template is a text.' },
};

export const ROS_VALUE_ELSEWHERE: Rule = {
  id: 'RosValueElsewhere',
  rule: 'be used only in its own ROS stack',
  consequence: 'ROS resolves the value only within the stack that it belongs to.',
  remedy: 'Write the text itself.',
  source: 'Alibaba Cloud ROS help, Pseudo parameters and Functions',
  evidence: { grade: 'documented', says: 'A pseudo parameter belongs to the stack that is deployed.' },
};

export const ROS_DEPENDENCY: Rule = {
  id: 'RosDependency',
  rule: 'be within one ROS stack',
  consequence: 'A ROS stack is deployed by other commands than AWS stacks, so the CDK CLI cannot keep the order.',
  remedy: 'Remove the dependency, and deploy one after the other.',
  source: 'AWS CDK, cloud assemblies: a ROS stack is no artifact of one',
  evidence: {
    grade: 'derived',
    from: [
      'The CDK CLI deploys the artifacts of a cloud assembly.',
      'A ROS stack is no artifact of a cloud assembly.',
    ],
  },
};

export const ASSET: Rule = {
  id: 'Asset',
  rule: 'be left out of a ROS stack',
  consequence: 'Assets go to the buckets and registries of AWS, which ROS cannot read.',
  remedy: 'Refer to code in OSS, or to an image in the Container Registry.',
  source: 'AWS CDK, assets; Alibaba Cloud ROS help, ALIYUN::FC3::Function',
  evidence: {
    grade: 'derived',
    from: [
      'The CDK CLI uploads assets to buckets and registries of AWS, as documented.',
      'ROS reads code from OSS, and images from the Container Registry, as documented.',
    ],
  },
};
