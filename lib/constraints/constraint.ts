/** What every entry of the tables says about itself. */
export interface Documented {
  /** The property as users of the constructs write it. */
  readonly property: string;

  /** The parameter of the service that it becomes. */
  readonly parameter: string;

  /** Where the limit is documented. */
  readonly source: string;

  /** What a reader of older pages should know, e.g. which number is outdated. */
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

  /** What the service uses when nothing is said. */
  readonly default?: number;
}

/** A text with a length in characters and a grammar. */
export interface TextConstraint extends Documented {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;

  /** The whole text has to match; without anchors, as the service publishes it. */
  readonly pattern: string;

  /** The pattern in words, to follow "characters: "; absent where any text will do. */
  readonly grammar?: string;
}

/** A text or document of which only the size counts. Its content never enters a message. */
export interface SizeConstraint extends Documented {
  readonly kind: 'size';

  /** Absent when it may be empty. */
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
