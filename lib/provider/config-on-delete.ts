/** What happens to a config that the handler has put, when you remove its construct or delete the stack. */
export enum ConfigOnDelete {
  /** The config that was there before comes back; without one, the config is deleted. */
  RESTORE = 'RESTORE',

  /** The config is deleted, even if another one was there before. */
  DELETE = 'DELETE',

  /** Leaves the config in place. */
  RETAIN = 'RETAIN',
}
