import type { Delivery } from './delivery';
import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** An event invoke config: `AWS::Lambda::EventInvokeConfig`, or one that our custom resource puts during the deployment. */
export interface EventInvokeConfig extends Origin {
  /** The configured function and qualifier; unknown if either is. */
  readonly target: FunctionTarget | Unknown;

  /** The function, also if the qualifier is unknown. See `target` for the qualifier. */
  readonly function: FunctionTarget | Unknown;

  /** The qualifier as a property of its own; absent if the template has none. */
  readonly qualifier?: Text;
  readonly retryAttempts?: Setting<number>;

  /** In seconds. */
  readonly maxEventAge?: Setting<number>;

  /** An empty text counts as absent. */
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** The sides whose destination is an empty text: the author wants no destination. */
  readonly declined: ReadonlyArray<'onSuccess' | 'onFailure'>;

  /** Whether it changes an existing config instead of replacing it. */
  readonly merges?: boolean;
}

/** A function and qualifier, with the settings for its events: from the app, or Lambda's defaults. */
export interface QualifiedFunction {
  readonly target: FunctionTarget;

  /** The key of the alias or version with that qualifier, if the app declares it. */
  readonly declaredBy?: string;

  /**
   * The configs for this qualifier. Without any, Lambda's defaults apply; several overwrite each other.
   *
   * A config of the function with an unknown qualifier may be one of them, so the settings below are then unknown.
   */
  readonly configs: readonly EventInvokeConfig[];
  readonly retryAttempts: Setting<number>;

  /** In seconds. */
  readonly maxEventAge: Setting<number>;
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** The dead-letter queue of the function. */
  readonly deadLetterQueue?: Target | Unknown;

  /** The asynchronous invocations of exactly this qualifier. */
  readonly invocations: readonly Delivery[];
}
