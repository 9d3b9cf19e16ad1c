/** The files that the page has, by their path from the root, e.g. `cdk.out/manifest.json`. */
const held = new Map<string, string>();

export const sep = '/';

/** Replaces all files. */
export function hold(files: Readonly<Record<string, string>>): void {
  held.clear();
  for (const [path, text] of Object.entries(files)) {
    held.set(normalize(path), text);
  }
}

export function existsSync(path: string): boolean {
  return held.has(normalize(path)) || isDirectory(path);
}

export function statSync(path: string): { readonly size: number; isFile(): boolean; isDirectory(): boolean } {
  return { size: held.get(normalize(path))?.length ?? 0, isFile: () => held.has(normalize(path)), isDirectory: () => isDirectory(path) };
}

/** There are no links here. */
export function realpathSync(path: string): string {
  return normalize(path);
}

export function readFileSync(path: string): string {
  const text = held.get(normalize(path));
  if (text === undefined) {
    throw new Error(`no such file: ${path}`);
  }
  return text;
}

export function join(...parts: string[]): string {
  return normalize(parts.filter(part => part !== '').join(sep));
}

export function dirname(path: string): string {
  const end = path.lastIndexOf(sep);
  return end < 0 ? '.' : path.slice(0, end) || sep;
}

export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(sep)) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.' && !(part === '..' && path.startsWith(sep))) {
      parts.push(part);
    }
  }
  return `${path.startsWith(sep) ? sep : ''}${parts.join(sep)}` || '.';
}

function isDirectory(path: string): boolean {
  const folder = normalize(path);
  return folder === '.' || [...held.keys()].some(file => file.startsWith(folder + sep));
}
