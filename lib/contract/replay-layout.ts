/** Keys in the work bucket. */
export const REPLAY_LAYOUT = {
  /** The checked input of a plan. */
  request: (plan: string): string => `plans/${plan}/request.json`,

  /** Parts of a plan, which `merge-plan` reads: lines of the manifest, lines of what is left, and counts. */
  parts: (plan: string): string => `plans/${plan}/parts/`,

  /** `ReplayPlanSummary` as JSON. It is written last: without it, there is no plan. */
  plan: (plan: string): string => `plans/${plan}/plan.json`,

  /** The same as text. */
  planText: (plan: string): string => `plans/${plan}/plan.txt`,

  /** `ReplayManifestLine` in each line: the events of all buckets. Absent if there are none. */
  objects: (plan: string): string => `plans/${plan}/manifest/objects.jsonl`,

  /** `ReplayManifestLine` in each line: the events of one queue. Absent if there are none. */
  queue: (plan: string, source: string): string => `plans/${plan}/manifest/queue-${source}.jsonl`,

  /** `ReplayLeftLine` in each line: what is not sent, but for what is not selected. */
  left: (plan: string): string => `plans/${plan}/left.jsonl`,

  /** `LedgerTally` and `LedgerControl` of a run as JSON, written anew by `watch`. */
  progress: (run: string): string => `runs/${run}/progress.json`,

  /** `ReplayReportLine` in each line. */
  report: (run: string): string => `runs/${run}/report.jsonl`,

  /** The same as CSV, with a row of names. */
  table: (run: string): string => `runs/${run}/report.csv`,

  /** `ReplayReport` as JSON. */
  summary: (run: string): string => `runs/${run}/summary.json`,
} as const;
