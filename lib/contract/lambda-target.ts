/** Function, alias or version that a custom resource works on, and how to reach it. */
export interface LambdaTarget {
  /** Name, partial ARN or ARN, as Lambda accepts it; may contain the qualifier. */
  readonly FunctionName: string;
  readonly Qualifier?: string;

  /** Absent for the Region of the handler. */
  readonly Region?: string;

  /** Role that the handler assumes first, e.g. of another account. */
  readonly AssumeRoleArn?: string;
  readonly ExternalId?: string;
}
