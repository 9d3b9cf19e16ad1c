let last = { time: NaN, text: '' };

/** A time in the form of ISO 8601. The last one is kept, because the clock of the simulator stands still while much happens. */
export function isoTime(time: number): string {
  if (time !== last.time) {
    last = { time, text: new Date(time).toISOString() };
  }
  return last.text;
}
