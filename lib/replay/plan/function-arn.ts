/** The parts of a function's ARN that a plan needs. */
export interface FunctionParts {
  /** ARN without qualifier. */
  readonly arn: string;
  readonly name: string;

  /** `$LATEST` if the ARN has none. */
  readonly qualifier: string;
}

const ARN = /^(arn:[^:]+:lambda:[^:]+:\d{12}:function:([^:]+))(?::([^:]+))?$/;

/** The parts of a function's ARN; undefined if the text is not one. */
export function functionParts(text: string): FunctionParts | undefined {
  const [, arn, name, qualifier = '$LATEST'] = ARN.exec(text) ?? [];
  return arn === undefined ? undefined : { arn, name, qualifier };
}
