/** Program text that kills the process with the group that it leads: all processes that it has started. */
const KILL_GROUP = `
const killGroup = () => {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    // Windows has no groups.
    process.kill(process.pid, 'SIGKILL');
  }
};`;

/**
 * Program text that ends the process and its group when the parent process is gone.
 *
 * It watches from a thread of its own, because code that never ends receives no messages.
 *
 * @param parent the process id of the parent
 */
export function guard(parent: number): string {
  const watch = `${KILL_GROUP}
const isGone = () => {
  try {
    process.kill(${parent}, 0);
    return process.ppid !== ${parent};
  } catch (error) {
    return error.code === 'ESRCH';
  }
};
setInterval(() => isGone() && killGroup(), 250);`;
  return `${KILL_GROUP}
process.on('disconnect', killGroup);
new (require('node:worker_threads').Worker)(${JSON.stringify(watch)}, { eval: true, execArgv: [], env: {} }).unref();
`;
}
