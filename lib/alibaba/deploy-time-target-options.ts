import type { Credentials } from './credentials';
import type { FunctionPlace } from './destination';
import type { DeployTimeHandlerOptions } from '../provider/deploy-time-handler-options';

/** A function of Function Compute, and the way to call its service. */
export interface DeployTimeTargetOptions extends FunctionPlace {
  /** The name of the function: 1 to 64 letters, digits, underscores and hyphens, starting with a letter or underscore. */
  readonly functionName: string;

  /**
   * The qualifier: a version, an alias or `LATEST`, 1 to 128 characters.
   *
   * @default 'LATEST'
   */
  readonly qualifier?: string;

  /** The credentials with which the handler calls Alibaba Cloud. */
  readonly credentials: Credentials;

  /**
   * The endpoint of Function Compute: a host, e.g. of an internal endpoint.
   *
   * @default - the public endpoint of the account in the Region: `<account>.<region>.fc.aliyuncs.com`
   */
  readonly endpoint?: string;

  /**
   * The function that does the work during the deployment.
   *
   * @default - one per stack, which all constructs without settings of their own share
   */
  readonly provider?: DeployTimeHandlerOptions;
}
