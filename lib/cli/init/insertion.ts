/** A text to insert into a file. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A source with the texts inserted; those at one position in their order. */
export function inserted(source: string, insertions: readonly Insertion[]): string {
  let written = '';
  let end = 0;
  for (const { at, text } of [...insertions].sort((one, other) => one.at - other.at)) {
    written += source.slice(end, at) + text;
    end = at;
  }
  return written + source.slice(end);
}

/**
 * Inserts a name behind the last name of a list such as `App, Stack`, in the way in which the list is written.
 *
 * @param start position of the list in the source
 */
export function nameInserted(list: string, start: number, name: string, lineBreak: string): Insertion {
  const names = list.trimEnd().replace(/,$/, '').trimEnd();
  const indent = /\n([ \t]+)\S+$/.exec(names)?.[1];
  return { at: start + names.length, text: indent === undefined ? `, ${name}` : `,${lineBreak}${indent}${name}` };
}
