/** Words that cannot be variables, and names that a snippet has anyway. */
const RESERVED = [
  'await', 'case', 'class', 'const', 'default', 'delete', 'do', 'else', 'enum', 'export', 'for', 'function', 'if', 'import', 'in', 'new', 'return', 'switch',
  'this', 'throw', 'try', 'var', 'void', 'while', 'with', 'yield',
];

/** The variables of a snippet, by the resource that each holds. */
export class Variables {
  private readonly names = new Map<string, string>();

  /** Whether a resource has a variable. */
  has(resource: string): boolean {
    return this.names.has(resource);
  }

  /** The variable of a resource, named after a construct path. */
  of(resource: string, path: string): string {
    const found = this.names.get(resource);
    if (found !== undefined) {
      return found;
    }
    const words = path.replace(/(\/(Resource|Default))+$/, '').split(/[^A-Za-z0-9]+/).filter(word => word !== '');
    const camel = words.map((word, index) => (index === 0 ? word[0].toLowerCase() : word[0].toUpperCase()) + word.slice(1)).join('');
    const base = /^[A-Za-z]/.test(camel) && !RESERVED.includes(camel) ? camel : `resource${camel[0]?.toUpperCase() ?? ''}${camel.slice(1)}`;
    const taken = new Set(this.names.values());
    let name = base;
    for (let number = 2; taken.has(name); number += 1) {
      name = `${base}${number}`;
    }
    this.names.set(resource, name);
    return name;
  }
}
