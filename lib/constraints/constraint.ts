/** Properties that every limit has. */
export interface Documented {
  /** The property as users of the constructs write it. */
  readonly property: string;

  /** The parameter of the service that it becomes. */
  readonly parameter: string;

  /** Where the limit is documented. */
  readonly source: string;

  /** A remark for readers of other pages, e.g. about an outdated number. */
  readonly note?: string;
}

/** A number within bounds, both inclusive. */
export interface NumberConstraint extends Documented {
  readonly kind: 'number';
  readonly min: number;

  /** `Number.MAX_SAFE_INTEGER` where no number is documented. */
  readonly max: number;
  readonly integer: boolean;
  readonly unit?: string;

  /** The value that the service uses if the setting is left out. */
  readonly default?: number;
}

/** A text with a length in characters and a grammar. */
export interface TextConstraint extends Documented {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;

  /** A regular expression for the whole text, without anchors, as the service publishes it. */
  readonly pattern: string;

  /** The pattern in words, to follow "characters: ". Absent if any text matches. */
  readonly grammar?: string;
}

/** A text or document with a limited size. Messages never show its content. */
export interface SizeConstraint extends Documented {
  readonly kind: 'size';

  /** Absent if the text may be empty. */
  readonly min?: number;
  readonly max: number;
  readonly unit: 'bytes';
}

/** A list or map with a bounded number of entries. */
export interface CountConstraint extends Documented {
  readonly kind: 'count';
  readonly max: number;
  readonly unit: string;
}

/** One of a closed set of words. */
export interface ChoiceConstraint extends Documented {
  readonly kind: 'choice';
  readonly values: readonly string[];
}

/** One documented limit. */
export type Constraint = NumberConstraint | TextConstraint | SizeConstraint | CountConstraint | ChoiceConstraint;
