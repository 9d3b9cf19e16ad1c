/** Why the operating system cannot read a file, by its code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a directory',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
};

/** Whether an error comes from the operating system, e.g. `ENOENT`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined;
}

/** An error of the operating system in words. */
export function systemErrorInWords({ code = '', path, message }: NodeJS.ErrnoException): string {
  const reason = REASONS[code] ?? message;
  return path === undefined ? `cannot read a file: ${reason}.` : `cannot read \`${path}\`: ${reason}.`;
}
