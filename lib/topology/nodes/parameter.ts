/** A parameter of a stack, which its deployment sets. Those of nested stacks are set by their parents. */
export interface ParameterNode {
  readonly stack: string;
  readonly name: string;

  /** E.g. `String`. */
  readonly type: string;
  readonly allowedValues?: readonly string[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}
