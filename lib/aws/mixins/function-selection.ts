/** Functions of an app that a mixin is about. */
export enum FunctionSelection {
  /**
   * Functions that the app invokes asynchronously, or that have a config.
   *
   * The mixin sees permissions for services that invoke asynchronously, rules, subscriptions, schedules, pipes that do not wait, state
   * machines that send events, triggers, and functions that are destinations themselves.
   */
  INVOKED_ASYNCHRONOUSLY = 'INVOKED_ASYNCHRONOUSLY',

  /** All functions, except those that run custom resources. */
  ALL = 'ALL',
}
