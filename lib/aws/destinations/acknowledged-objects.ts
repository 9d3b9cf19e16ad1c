import { Stack, Validations } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';

const [, PUT_OBJECT] = DELIVERY_ACTIONS.bucket;

/**
 * Acknowledges towards cdk-nag that records go to all objects of a bucket.
 *
 * Only our own statement is: what other destinations grant is for their users to judge.
 * The finding is named by the resource as the template will have it, so that of a bucket
 * in another stack, which has its name only at synth, stays.
 */
export function acknowledgeObjects(policy: IConstruct, { actions, resources }: iam.PolicyStatement): void {
  if (actions.length === 1 && actions[0] === PUT_OBJECT) {
    const findings = resources.map(resource => `AwsSolutions-IAM5[Resource::${flattened(Stack.of(policy).resolve(resource))}]`);
    // `acknowledge()` of older releases refuses names with the `:::` of an ARN, which cdk-nag gives.
    policy.node.addMetadata(
      Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
      Object.fromEntries(findings.map(finding => [finding, 'Lambda chooses the keys of the records.'])),
    );
  }
}

/** A value of a template as cdk-nag writes it in the names of findings. */
function flattened(value: any): string {
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map(flattened).join(value['Fn::Join'][0]);
  }
  const reference: string | undefined = value.Ref ?? value['Fn::GetAtt']?.join('.');
  return reference ? `<${reference}>` : String(value);
}
