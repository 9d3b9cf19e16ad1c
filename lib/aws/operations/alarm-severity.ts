/** How urgent an alarm is. The severity decides which actions it takes. */
export enum AlarmSeverity {
  /** Events are lost, or about to be. */
  CRITICAL = 'critical',

  /** Somebody must act, but nothing is lost yet. */
  WARNING = 'warning',

  /** Good to know; nothing is lost. */
  INFORMATION = 'information',
}
