/** What the caller knows about the deployment of an app. */
export interface GivenValues {
  /** The values of parameters by name, for every stack that declares them. They replace defaults. */
  readonly parameters?: ReadonlyMap<string, string>;

  /** The account of the stacks whose account the app does not fix. */
  readonly account?: string;

  /** The Region of the stacks whose Region the app does not fix. */
  readonly region?: string;
}
