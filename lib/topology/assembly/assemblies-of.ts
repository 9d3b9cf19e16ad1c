import { dirname, sep } from 'node:path';

/** The assemblies that hold some templates, without those inside one another. */
export function assembliesOf(templateFiles: readonly string[]): string[] {
  const directories = [...new Set(templateFiles.map(file => dirname(file)))];
  return directories.filter(directory => !directories.some(outer => directory.startsWith(outer + sep)));
}
