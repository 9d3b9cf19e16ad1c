const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const BUCKETS: readonly (readonly [below: number, name: string])[] = [
  [HOUR, 'below 1 h'],
  [6 * HOUR, '1 h to 6 h'],
  [DAY, '6 h to 1 d'],
  [4 * DAY, '1 d to 4 d'],
  [14 * DAY, '4 d to 14 d'],
  [Infinity, '14 d and more'],
];

/** Class of an age in milliseconds. Queues keep messages for 4 days by default, and for 14 days at most. */
export function ageClass(age: number | undefined): string {
  return age === undefined ? 'unknown' : BUCKETS.find(([below]) => age < below)![1];
}
