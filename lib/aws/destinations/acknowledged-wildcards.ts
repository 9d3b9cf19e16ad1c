import { Stack, Validations } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { OF_ALIAS } from './key-permission';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';

const [, PUT_OBJECT] = DELIVERY_ACTIONS.bucket;

/**
 * Acknowledges the cdk-nag finding for a wildcard in a statement of our destinations.
 *
 * The statement covers all objects of a bucket, or all keys that have an alias. cdk-nag names the finding after the
 * resource in the template. A bucket of another stack has that name only at synth, so its finding stays.
 */
export function acknowledgeWildcards(policy: IConstruct, statement: iam.PolicyStatement): void {
  const reason = reasonFor(statement);
  if (reason) {
    const findings = statement.resources.map(resource => `AwsSolutions-IAM5[Resource::${flattened(Stack.of(policy).resolve(resource))}]`);
    // `acknowledge()` of older releases refuses the `:::` of an ARN, which the name of the finding has.
    policy.node.addMetadata(
      Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
      Object.fromEntries(findings.map(finding => [finding, reason])),
    );
  }
}

function reasonFor({ actions, conditions }: iam.PolicyStatement): string | undefined {
  if (actions.length === 1 && actions[0] === PUT_OBJECT) {
    return 'Lambda chooses the keys of the records.';
  }
  return conditions[OF_ALIAS.operator]?.[OF_ALIAS.key] ? 'A condition restricts the permission to keys with the alias.' : undefined;
}

/** A template value as cdk-nag writes it in the name of a finding. */
function flattened(value: any): string {
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map(flattened).join(value['Fn::Join'][0]);
  }
  const reference: string | undefined = value.Ref ?? value['Fn::GetAtt']?.join('.');
  return reference ? `<${reference}>` : String(value);
}
