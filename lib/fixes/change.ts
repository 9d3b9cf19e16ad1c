import type { DocumentPath } from '../topology';

/** Sets a value within a resource. */
export interface SetChange {
  readonly kind: 'set';

  /** The key of the resource: one of the topology, or one that the same fix adds. */
  readonly resource: string;

  /** The way from the resource to the value, e.g. `['Properties', 'MaximumRetryAttempts']`. */
  readonly path: DocumentPath;
  readonly value: unknown;
}

/** Adds an item at the end of a list. */
export interface AppendChange {
  readonly kind: 'append';
  readonly resource: string;

  /** The way from the resource to the list. */
  readonly path: DocumentPath;
  readonly value: unknown;

  /** The index that the item gets if all fixes of the run are applied. */
  readonly index: number;

  /** The items that earlier fixes of the run add before it, and that this fix leaves to them. An override in code needs them, because it names the index. */
  readonly earlier: readonly unknown[];
}

/** Removes a value from a resource, or the whole resource with an empty path. */
export interface RemoveChange {
  readonly kind: 'remove';
  readonly resource: string;
  readonly path: DocumentPath;

  /** Whether an earlier fix of the run removes it, too. */
  readonly again?: boolean;
}

/** Adds a resource to a stack. */
export interface AddChange {
  readonly kind: 'add';

  /** The id of the stack. */
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: { readonly Type: string; readonly Condition?: string; readonly Properties?: object; readonly DependsOn?: readonly string[] };

  /** The key of the resource that it is for, if its content does not tell: two queues for two rules are not the same one. */
  readonly for?: string;

  /** The key of a resource that has the same condition. */
  readonly conditionOf?: string;

  /** Whether an earlier fix of the run adds it, too. */
  readonly again?: boolean;
}

/** Lets a resource wait for another one of its stack. */
export interface WaitChange {
  readonly kind: 'wait';
  readonly resource: string;

  /** The logical id of the resource that comes first. */
  readonly logicalId: string;
}

/** One change of a template. */
export type Change = SetChange | AppendChange | RemoveChange | AddChange | WaitChange;

/** The smallest change that mends a finding. */
export interface Fix {
  /** What the change does, as an imperative, e.g. "Send failures to a new queue." */
  readonly summary: string;
  readonly changes: readonly Change[];
}
