import { AspectPriority, Aspects, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { warn } from './warning';
import { HANDLER_POLICIES_TOO_LARGE, INLINE_POLICIES } from '../constraints/aws-iam/role-policy';

/** The usual length of an ARN that only the deployment knows, with a name that CloudFormation generates. */
const ARN_LENGTH = 80;

/** Warns at synth if the policies exceed the room of a role. Each construct adds one. */
export function warnOfPolicySize(handler: IConstruct, policies: () => iam.Policy[]): void {
  const visit = (node: IConstruct) => {
    const size = node === handler ? policies().reduce((sum, policy) => sum + policySize(policy), 0) : 0;
    if (size > INLINE_POLICIES.max) {
      warn(handler, HANDLER_POLICIES_TOO_LARGE, 'provider', `about ${size} at ${handler.node.path}`);
    }
  };
  Aspects.of(handler).add({ visit }, { priority: AspectPriority.READONLY });
}

/** About the number of bytes that IAM counts. */
export function policySize(policy: iam.Policy): number {
  const document = policy.document.isEmpty ? '' : Stack.of(policy).resolve(policy.document);
  return JSON.stringify(estimated(document)).length;
}

/** Replaces each value that only the deployment knows by a text of the usual length. */
function estimated(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(estimated);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[name, argument] = []] = Object.entries(value);
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(estimated).join(separator);
  }
  return name === 'Ref' || name?.startsWith('Fn::') ? 'x'.repeat(lengthOf(argument)) : Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, estimated(member)]),
  );
}

function lengthOf(reference: unknown): number {
  return PSEUDO_PARAMETERS[String(reference)]?.length ?? ARN_LENGTH;
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': '111111111111',
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
  'AWS::URLSuffix': 'amazonaws.com',
};
