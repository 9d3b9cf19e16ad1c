/** What becomes of a config that was put by API when its resource goes. */
export enum ConfigOnDelete {
  /** What was there before is put back; if there was none, the config is deleted. */
  RESTORE = 'RESTORE',

  /** The config is deleted, whatever was there before. */
  DELETE = 'DELETE',

  /** The config stays. */
  RETAIN = 'RETAIN',
}
