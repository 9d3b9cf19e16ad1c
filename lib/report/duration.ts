/** A length of time in words, e.g. "1 h 30 s". */
export function duration(seconds: number): string {
  const parts = [[Math.floor(seconds / 3600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [Number((seconds % 60).toFixed(3)), 's']] as const;
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(' ') || '0 s';
}
