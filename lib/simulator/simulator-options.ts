import type { Step } from './behaviour/steps';
import type { DeploymentEnvironment } from './deployment/environment';

/** How an app is simulated. */
export interface SimulatorOptions extends DeploymentEnvironment {
  /**
   * When the clock starts.
   *
   * @default '2026-01-01T00:00:00.000Z'
   */
  readonly start?: Date | string;

  /**
   * Decides all that is random: request ids, and which version a weighted alias chooses.
   *
   * @default 1
   */
  readonly seed?: number;

  /**
   * What every function does that nobody has told anything else.
   *
   * @default - a function that has to run without being told is an error
   */
  readonly respond?: Step;
}

/** An event to send. */
export interface InvokeOptions {
  /**
   * The event: any JSON value, or a `JsonText` that is sent exactly as it is written.
   *
   * @default - nothing is sent; the function gets an empty object
   */
  readonly payload?: unknown;

  /**
   * An alias, a version number or `$LATEST`.
   *
   * @default - the function is called without a qualifier
   */
  readonly qualifier?: string;

  /**
   * Whom the event is for: with tenant isolation, and only then.
   *
   * @default - nobody in particular
   */
  readonly tenantId?: string;
}

/** How custom resources are created. */
export interface DeployOptions {
  /**
   * Types of custom resources.
   *
   * @default - those of this library
   */
  readonly types?: readonly string[];

  /**
   * What the functions do that the custom resources name. Whatever it is, it has to put an answer at the `ResponseURL` of
   * the request, which leads to this machine.
   *
   * @default - their own code, with `AWS_ENDPOINT_URL_LAMBDA` leading to the simulator
   */
  readonly handler?: Step;
}
