/** Queues that a mixin makes for failed events. */
export enum FailureQueues {
  /** A queue for each function. */
  PER_FUNCTION = 'PER_FUNCTION',

  /** One queue for all functions of a stack. A nested stack has its own. */
  PER_STACK = 'PER_STACK',
}
