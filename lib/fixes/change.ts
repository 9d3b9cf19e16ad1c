import type { DocumentPath } from '../topology';

/** Sets a value within a resource. */
export interface SetChange {
  readonly kind: 'set';

  /** The key of the resource in the topology. */
  readonly resource: string;

  /** The way from the resource to the value, e.g. `['Properties', 'MaximumRetryAttempts']`. */
  readonly path: DocumentPath;
  readonly value: unknown;
}

/** Removes a value from a resource, or the whole resource with an empty path. */
export interface RemoveChange {
  readonly kind: 'remove';
  readonly resource: string;
  readonly path: DocumentPath;
}

/** Adds a resource to a stack. */
export interface AddChange {
  readonly kind: 'add';

  /** The id of the stack. */
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: { readonly Type: string; readonly Properties?: object; readonly DependsOn?: readonly string[] };
}

/** Lets a resource wait for another one of its stack. */
export interface WaitChange {
  readonly kind: 'wait';
  readonly resource: string;

  /** The logical id of the resource that comes first. */
  readonly logicalId: string;
}

/** One change of a template. */
export type Change = SetChange | RemoveChange | AddChange | WaitChange;

/** The smallest change that mends a finding. */
export interface Fix {
  /** What the change does, as an imperative, e.g. "Send failures to a new queue." */
  readonly summary: string;
  readonly changes: readonly Change[];
}
