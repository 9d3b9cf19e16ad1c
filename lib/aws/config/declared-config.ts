import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isEventInvokeConfig } from './event-invoke-config';

const DECLARED = Symbol.for('cdk-async-invoke.declared-config');

/** Resource of the app that configures a function and qualifier, by template or by API. */
export interface DeclaredConfig {
  readonly resource: CfnResource;

  /** Name or ARN. */
  readonly functionName: string;
  readonly qualifier: string;
}

/** Marks a resource of another type as the config of a function and qualifier. */
export function declareConfig(resource: IConstruct, config: Pick<lambda.CfnEventInvokeConfig, 'functionName' | 'qualifier'>): void {
  Object.defineProperty(resource, DECLARED, { value: config });
}

/** The config that a construct declares; undefined for other constructs. */
export function declaredConfig(construct: IConstruct): DeclaredConfig | undefined {
  if (!CfnResource.isCfnResource(construct)) {
    return undefined;
  }
  const config = isEventInvokeConfig(construct) ? construct : (construct as { [DECLARED]?: lambda.CfnEventInvokeConfig })[DECLARED];
  return config && { resource: construct, functionName: config.functionName, qualifier: config.qualifier };
}
