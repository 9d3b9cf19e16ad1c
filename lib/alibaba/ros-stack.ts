import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Aliyun } from './aliyun';
import { rosFiles } from './ros-files';
import { registerRosStack } from './ros-scope';
import { RosSynthesizer } from './ros-synthesizer';
import { rosValueIn } from './ros-value';
import { rosViolations } from './ros-violations';
import { ACCOUNT, REGION } from '../constraints/alibaba-fc/identifiers';
import { invalid } from '../constraints/invalid';
import { violation } from '../constraints/violation';

/** Properties of `RosStack`. */
export interface RosStackProps {
  /**
   * The Region of Alibaba Cloud, e.g. `cn-hangzhou`.
   *
   * @default - the Region of the deployment
   */
  readonly region?: string;

  /**
   * The ID of the Alibaba Cloud account, not of a RAM user.
   *
   * @default - the account of the deployment
   */
  readonly account?: string;

  /**
   * The name of the stack: letters, digits and hyphens, starting with a letter.
   *
   * @default - derived from the construct path
   */
  readonly stackName?: string;

  /**
   * The description of the stack.
   *
   * @default - none
   */
  readonly description?: string;
}

/**
 * Stack of Alibaba Cloud's Resource Orchestration Service (ROS) in a CDK app.
 *
 * Writes its template, and a script that deploys it with Alibaba Cloud CLI, into the cloud assembly.
 * The CDK CLI neither lists nor deploys a ROS stack.
 *
 * @throws Error if `region` or `account` is malformed; at synth if the stack contains resources of AWS, or if it
 * depends on another stack, or another stack depends on it
 */
export class RosStack extends Stack {
  /** The file name of the template in the cloud assembly. */
  readonly rosTemplateFile: string;

  /** The file name of the script in the cloud assembly. Run `sh <file> create` to deploy. */
  readonly rosScriptFile: string;

  constructor(scope?: Construct, id?: string, props: RosStackProps = {}) {
    super(scope, id, {
      env: { region: props.region ?? Aliyun.REGION, account: props.account ?? Aliyun.TENANT_ID },
      stackName: props.stackName,
      description: props.description,
      synthesizer: new RosSynthesizer(),
      analyticsReporting: false,
    });
    registerRosStack(this);
    const malformed = [
      isLeftToRos(props.region) ? undefined : violation(REGION, props.region),
      isLeftToRos(props.account) ? undefined : violation(ACCOUNT, props.account),
    ].filter(message => message !== undefined);
    if (malformed.length > 0) {
      throw invalid(this, ...malformed);
    }
    const { template, script } = rosFiles(this);
    this.rosTemplateFile = template;
    this.rosScriptFile = script;
    this.node.addValidation({ validate: () => rosViolations(this) });
  }
}

/** Also true for the Region or account of another ROS stack. */
function isLeftToRos(value?: string): boolean {
  return value === undefined || rosValueIn(value) !== undefined;
}
