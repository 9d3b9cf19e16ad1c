import { schedule, type ScheduleOptions } from '../../../../lib/simulator/sources/schedules/schedule';

/** The first firings of a schedule as texts, at most `count`. */
export function firings(text: string, count: number, options: Partial<Omit<ScheduleOptions, 'createdAt'>> & { createdAt: string }): string[] {
  const { next } = schedule(text, { kind: 'scheduler', ...options, createdAt: Date.parse(options.createdAt) });
  const times: string[] = [];
  for (let at = next(); at !== undefined && times.length < count; at = next(at)) {
    times.push(new Date(at).toISOString().replace(/(:00)?\.000Z$/, 'Z'));
  }
  return times;
}
