import type { Step } from './behaviour/steps';
import type { DeploymentEnvironment } from './deployment/environment';

/** Options of the simulator. */
export interface SimulatorOptions extends DeploymentEnvironment {
  /**
   * The time at which the clock starts.
   *
   * @default '2026-01-01T00:00:00.000Z'
   */
  readonly start?: Date | string;

  /**
   * Seed of everything random: request ids, and the versions that a weighted alias chooses.
   *
   * @default 1
   */
  readonly seed?: number;

  /**
   * What each function does that was given no steps of its own: one step, or one for its first run for an event, one for the second, and so on.
   *
   * @default - a function without a behaviour throws an error when it has to run
   */
  readonly respond?: Step | readonly [Step, ...Step[]];
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
   * The tenant that the event is for. Functions with tenant isolation need one; other functions take none.
   *
   * @default - no tenant
   */
  readonly tenantId?: string;
}

/** Options of a simulated deployment. */
export interface DeployOptions {
  /**
   * Types of the custom resources to create.
   *
   * @default - the types of this library
   */
  readonly types?: readonly string[];

  /**
   * What the handlers of the custom resources do. They must put their answer at the `ResponseURL` of the request, which is
   * a URL of this machine.
   *
   * @default - they run their own code, with the `environment` of an endpoint of the simulator
   */
  readonly handler?: Step;
}
