/** The largest number of suggestions. */
const MOST = 3;

/** The candidates that are similar to a text: those that contain it, else those that differ by a few typing errors. */
export function nearMatches(text: string, candidates: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  const containing = wanted === '' ? [] : candidates.filter(candidate => candidate.toLowerCase().includes(wanted));
  if (containing.length > 0) {
    return containing.slice(0, MOST);
  }
  return candidates
    .map(candidate => ({ candidate, errors: typingErrors(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, errors }) => errors <= candidate.length / 3)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** The number of letters to insert, remove or replace (the Levenshtein distance). */
function typingErrors(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}
