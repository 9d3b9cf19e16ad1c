/** Points of a series: one for each ten minutes of twelve hours. */
export const POINTS = 72;

/** The story of the picture: from one point to the other, the function has too little concurrency, then it recovers. */
const [BEGIN, END] = [30, 44];

/** A series of invented values, by the name of its metric. The same on each machine. */
export function invented(metricName: string): number[] {
  const valueAt = STORIES[metricName] ?? (() => 0);
  return Array.from({ length: POINTS }, (_, point) => Math.max(0, Math.round(valueAt(point))));
}

const STORIES: Readonly<Record<string, (point: number) => number>> = {
  AsyncEventsReceived: traffic,
  Invocations: point => isBusy(point) ? traffic(point) * 0.35 : traffic(point) * (isCatchingUp(point) ? 1.6 : 1),
  Errors: point => noise(point, 3) > 0.82 ? 2 : 0,
  Throttles: point => isBusy(point) ? traffic(point) * 1.4 : 0,
  AsyncEventAge: point => 1000 * ageAt(point),
  AsyncEventsDropped: point => point > END - 3 && point <= END ? 6 + 5 * noise(point, 5) : 0,
  ApproximateNumberOfMessagesVisible: point => 7 * Math.min(3, point - END + 3),
  ApproximateAgeOfOldestMessage: point => 600 * (point - END + 3),
};

/** The alarms that the story ends with, by the end of their names; the others are OK. */
export const IN_ALARM: readonly string[] = ['FailureQueueNotEmpty'];

/** In seconds. Lambda gives up what would get older than an hour. */
function ageAt(point: number): number {
  if (isBusy(point)) {
    return Math.min(3580, 4000 * (point - BEGIN + 1) / (END - BEGIN + 1));
  }
  return isCatchingUp(point) ? 500 * (END + 6 - point) : noise(point, 3) > 0.82 ? 180 : 1;
}

function traffic(point: number): number {
  return 90 + 40 * Math.sin(point / 11) + 22 * noise(point, 1);
}

function isBusy(point: number): boolean {
  return point >= BEGIN && point <= END;
}

function isCatchingUp(point: number): boolean {
  return point > END && point <= END + 5;
}

/** A number from 0 to 1 that looks random. */
function noise(point: number, seed: number): number {
  const value = Math.sin(point * 12.9898 + seed * 78.233) * 43_758.5453;
  return value - Math.floor(value);
}
