/**
 * Refuses options that do not exist. Without types, a misspelled option would be ignored.
 *
 * @param names all options
 * @param of what takes the options, e.g. `invoke`
 * @param hint a clause after the list
 * @throws TypeError if there is another option
 */
export function checkOptions(options: object, names: readonly string[], of: string, hint = ''): void {
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) {
      const quoted = names.map(each => `\`${each}\``);
      const listed = quoted.length === 1 ? `Its option is ${quoted[0]}` : `Its options are ${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
      throw new TypeError(`\`${name}\` is not an option of \`${of}\`. ${listed}${hint}`);
    }
  }
}
