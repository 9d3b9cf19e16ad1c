import { dirname, sep } from '../../doors/files';

/** The outermost directories of some template files. */
export function assembliesOf(templateFiles: readonly string[]): string[] {
  const directories = [...new Set(templateFiles.map(file => dirname(file)))];
  return directories.filter(directory => !directories.some(outer => directory.startsWith(outer + sep)));
}
