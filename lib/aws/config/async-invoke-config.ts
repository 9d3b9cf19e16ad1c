import { Resource, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { chainConfigs } from './chain';
import { renderConfig } from './rendered-config';
import { validateSettings } from './settings';
import { FOREIGN_FUNCTION } from '../../constraints/aws-lambda/event-invoke-config';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { functionElsewhere, isElsewhere } from '../target/environment';
import { invocationTarget, isVersion, type InvocationTarget } from '../target/invocation-target';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

/** Properties of `AsyncInvokeConfig`. */
export interface AsyncInvokeConfigProps extends AsyncInvokeConfigOptions {
  /**
   * Function, alias or version that is configured. A function stands for its `$LATEST`.
   *
   * A config applies to one qualifier. The config of a function does not apply to callers of its alias.
   */
  readonly function: lambda.IFunction;
}

/**
 * Config of asynchronous invocation for one function, alias or version.
 *
 * Renders `AWS::Lambda::EventInvokeConfig` with every setting, because CloudFormation keeps a setting that you remove
 * from a template.
 *
 * Keep the logical id of a deployed config when you change its construct id or move it: CloudFormation puts the new config first and then
 * deletes the old one, which Lambda takes for the same. The documentation shows how ("Renaming or moving a config").
 *
 * @throws Error if no setting is given or one is out of range, Lambda would refuse a destination, the role accepts no
 * permissions, or the function belongs to another account or Region, or is the current version of a function of another stack; at synth if the app has another config for the
 * same function and qualifier
 */
export class AsyncInvokeConfig extends Resource {
  /** Bare name of the function. */
  readonly functionName: string;

  /** Qualifier that the config applies to: an alias, a version or `$LATEST`. */
  readonly qualifier: string;

  constructor(scope: Construct, id: string, props: AsyncInvokeConfigProps) {
    super(scope, id);
    validateSettings(this, props);
    const target = invocationTarget(this, props.function);
    this.refuseForeign(target);
    // A function or alias of the app is not a version, and aws-cdk-lib makes tokens for its ARN.
    if (isVersion(props.function) || !Resource.isOwnedResource(props.function)) {
      refuseVersionOfOtherStack(this, props.function.functionArn);
    }
    this.functionName = target.functionName;
    this.qualifier = target.qualifier;

    renderConfig(this, target, props);
    chainConfigs(this);
  }

  private refuseForeign({ function: fn }: InvocationTarget): void {
    const here = Stack.of(this);
    if (isElsewhere(fn.env, here)) {
      throw invalid(this, broken(FOREIGN_FUNCTION, 'function', functionElsewhere(fn.env, here)));
    }
  }
}
