/** Why the operating system cannot read a file, by its code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a directory',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
};

/** Whether an error comes from the operating system, e.g. `ENOENT`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined;
}

/** Why the operating system refused something, as a clause. */
export function reasonOf({ code = '', message }: NodeJS.ErrnoException): string {
  return REASONS[code] ?? message;
}

/** An error of the operating system in words. */
export function systemErrorInWords(error: NodeJS.ErrnoException): string {
  const { path } = error;
  const reason = reasonOf(error);
  return path === undefined ? `cannot read a file: ${reason}.` : `cannot read \`${path}\`: ${reason}.`;
}
