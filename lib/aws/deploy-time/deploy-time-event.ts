/** Event in the life cycle of a `DeployTimeInvocation` that invokes its function. */
export enum DeployTimeEvent {
  /** The stack creates the invocation. */
  CREATE = 'Create',

  /** A property of the invocation changed. */
  UPDATE = 'Update',

  /** The stack, or the invocation in it, is deleted. It is not an error if the function is gone by then. */
  DELETE = 'Delete',
}
