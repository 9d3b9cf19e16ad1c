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
   * What the function gets, as JSON.
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

  /** For functions with tenant isolation. */
  readonly tenantId?: string;
}
