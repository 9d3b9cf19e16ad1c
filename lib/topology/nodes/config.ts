import type { Delivery } from './delivery';
import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Unknown } from '../values/value';

/** `AWS::Lambda::EventInvokeConfig`, or one that our custom resource puts during the deployment. */
export interface EventInvokeConfig extends Origin {
  /** What it configures, in one spelling for all spellings; unknown when the function or the qualifier is. */
  readonly target: FunctionTarget | Unknown;

  /** The function, also when the qualifier is unknown; what its own qualifier is says `target`. */
  readonly function: FunctionTarget | Unknown;
  readonly retryAttempts?: Setting<number>;

  /** In seconds. */
  readonly maxEventAge?: Setting<number>;

  /** A destination that is the empty text counts as absent. */
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** The sides whose destination is the empty text: somebody has decided that there is none. */
  readonly declined: ReadonlyArray<'onSuccess' | 'onFailure'>;

  /** Whether it changes a config that others may have put, rather than putting one of its own. */
  readonly merges?: boolean;
}

/** What Lambda does with the events of one function and qualifier: what the app says, and Lambda's defaults. */
export interface QualifiedFunction {
  readonly target: FunctionTarget;

  /** The key of the alias or version of the app that the qualifier names. */
  readonly declaredBy?: string;

  /**
   * The configs that apply: none means Lambda's defaults, two overwrite each other.
   *
   * A config of the function whose qualifier is unknown may be one of them: it leaves the settings below unknown.
   */
  readonly configs: readonly EventInvokeConfig[];
  readonly retryAttempts: Setting<number>;

  /** In seconds. */
  readonly maxEventAge: Setting<number>;
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** That of the function. */
  readonly deadLetterQueue?: Target | Unknown;

  /** Who invokes exactly this qualifier asynchronously. */
  readonly invocations: readonly Delivery[];
}
