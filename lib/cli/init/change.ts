/** A file that changes. */
export interface Change {
  /** Relative to the project. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A change as people read it: the lines that go, with `-`, and the lines that come, with `+`. */
export function changeInWords({ file, before, after }: Change): string {
  const [old, current] = [before, after].map(text => text.split(/\r?\n/));
  const only = (sign: string, lines: readonly string[], others: readonly string[]) => lines.filter(line => !others.includes(line)).map(line => `  ${sign} ${line}\n`);
  return `${file}\n${[...only('-', old, current), ...only('+', current, old)].join('')}`;
}
