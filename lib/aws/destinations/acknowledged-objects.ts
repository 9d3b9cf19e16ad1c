import { Stack, Validations } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';

const [, PUT_OBJECT] = DELIVERY_ACTIONS.bucket;

/**
 * Acknowledges the cdk-nag finding for a statement that covers all objects of a bucket.
 *
 * Applies to the statement of our bucket destination only. cdk-nag names the finding after the resource in the
 * template. A bucket of another stack has that name only at synth, so its finding stays.
 */
export function acknowledgeObjects(policy: IConstruct, { actions, resources }: iam.PolicyStatement): void {
  if (actions.length === 1 && actions[0] === PUT_OBJECT) {
    const findings = resources.map(resource => `AwsSolutions-IAM5[Resource::${flattened(Stack.of(policy).resolve(resource))}]`);
    // `acknowledge()` of older releases refuses the `:::` of an ARN, which the name of the finding has.
    policy.node.addMetadata(
      Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
      Object.fromEntries(findings.map(finding => [finding, 'Lambda chooses the keys of the records.'])),
    );
  }
}

/** A template value as cdk-nag writes it in the name of a finding. */
function flattened(value: any): string {
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map(flattened).join(value['Fn::Join'][0]);
  }
  const reference: string | undefined = value.Ref ?? value['Fn::GetAtt']?.join('.');
  return reference ? `<${reference}>` : String(value);
}
