import type { Resolved, Text, Unknown } from './value';
import type { App, Offer } from '../assembly/app';
import type { Stack } from '../assembly/stack';

/** Evaluates expressions for an intrinsic function: its arguments may hold further calls. */
export interface Evaluator {
  /** The app that references refer to. */
  readonly app: App;

  /** The ARNs of declared resources, by key, as far as they are known. */
  readonly arns: Map<string, Text>;

  /** ARNs taken apart once: all references to a resource yield the same text. */
  readonly fields: Map<Text, readonly Text[]>;

  /** Yields the value of an expression in its stack. */
  resolve(raw: unknown, stack: Stack): Resolved;

  /** Yields the value of an expression that must be a text. */
  text(raw: unknown, stack: Stack): Text;

  /** Evaluates one level deeper; beyond the limit, the result is unknown. */
  deeper<T>(evaluate: () => T): T | Unknown;

  /** Evaluates a parameter or output once; one that refers to itself is unknown. */
  once(key: string, evaluate: () => Resolved): Resolved;

  /** The exports of all stacks by name. */
  exports(): Map<string, Offer[]>;
}
