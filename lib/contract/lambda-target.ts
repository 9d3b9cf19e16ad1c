/** The function, alias or version that a custom resource is about, and how to reach it. */
export interface LambdaTarget {
  /** A name, partial ARN or ARN, as Lambda takes it; may carry the qualifier. */
  readonly FunctionName: string;
  readonly Qualifier?: string;

  /** Absent for the Region of the handler. */
  readonly Region?: string;

  /** The role to assume first, e.g. that of another account. */
  readonly AssumeRoleArn?: string;
  readonly ExternalId?: string;
}
