/** When in the life of its resource an invocation takes place. */
export enum DeployTimeEvent {
  /** When the stack first has the invocation. */
  CREATE = 'Create',

  /** When anything about the invocation has changed. */
  UPDATE = 'Update',

  /** When the stack, or the invocation in it, is deleted. A function that is gone by then is no error. */
  DELETE = 'Delete',
}
