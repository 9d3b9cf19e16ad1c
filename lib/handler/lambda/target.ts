import { EXTERNAL_ID, REGION, ROLE_ARN } from '../../constraints/aws-lambda/assume-role';
import { effectiveQualifier, parseFunctionReference } from '../../constraints/aws-lambda/function-reference';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import type { LambdaTarget } from '../../contract/lambda-target';
import { optionalViolation, refuse } from '../property-values';

/** What all operations of Lambda take. */
export interface FunctionAndQualifier {
/** Function without a qualifier. */
  readonly FunctionName: string;

  /** Absent for `$LATEST`, so that a permission on the function itself is enough. */
  readonly Qualifier?: string;
}

/**
 * Reads the target from the properties of a custom resource.
 *
 * @throws Error that names every malformed property
 */
export function lambdaTarget(properties: Readonly<Record<string, unknown>>): LambdaTarget {
  const { FunctionName, Qualifier, Region, AssumeRoleArn, ExternalId } = properties as Readonly<Record<keyof LambdaTarget, unknown>>;
  effectiveQualifier(parseFunctionReference(FunctionName as string), Qualifier as string | undefined);
  refuse(optionalViolation(REGION, Region), optionalViolation(ROLE_ARN, AssumeRoleArn), optionalViolation(EXTERNAL_ID, ExternalId));
  return { FunctionName, Qualifier, Region, AssumeRoleArn, ExternalId } as LambdaTarget;
}

/** Target in one spelling, as far as the properties show. */
export function functionAndQualifier(target: LambdaTarget): FunctionAndQualifier {
  const { qualifier } = parseFunctionReference(target.FunctionName);
  const effective = qualifierOf(target);
  return {
    FunctionName: qualifier === undefined ? target.FunctionName : target.FunctionName.slice(0, -`:${qualifier}`.length),
    Qualifier: effective === LATEST ? undefined : effective,
  };
}

/** The qualifier that is meant: `$LATEST` if none is named. */
export function qualifierOf({ FunctionName, Qualifier }: LambdaTarget): string {
  return effectiveQualifier(parseFunctionReference(FunctionName), Qualifier);
}

/** Region to call: the given one, or that of the ARN. */
export function regionOf({ FunctionName, Region }: LambdaTarget): string | undefined {
  return Region ?? parseFunctionReference(FunctionName).region;
}
