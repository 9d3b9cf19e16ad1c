import { NodeProcesses } from './node-processes';
import type { Behaviour } from '../behaviour/behaviour';

/** How real code runs. */
export interface CodeOptions {
  /**
   * Environment variables on top of those of the template, e.g. `AWS_ENDPOINT_URL_LAMBDA`.
   *
   * @default - those of the template alone
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * Takes the lines that the function logs.
   *
   * @default - nobody reads them
   */
  readonly print?: (line: string) => void;
}

/**
 * The function runs its own code: Node.js, from its asset or from the template, in a process of its own.
 *
 * It takes no time on the simulator's clock, unless it outlives the function's timeout.
 */
export function runsCode({ environment = {}, print = () => {} }: CodeOptions = {}): Behaviour {
  return {
    run: () => {
      throw new Error('`runsCode()` has to be given to `respond(…)` of a function.');
    },
    bind: (fn, programs) => {
      const program = programs.of(fn);
      // Each version has environments of its own, in which it is told which one it is.
      const versions = new Map<string, NodeProcesses>();
      const processesOf = (version: string) => {
        const found = versions.get(version)
          ?? new NodeProcesses({ ...program, environment: { ...program.environment, AWS_LAMBDA_FUNCTION_VERSION: version, ...environment } }, print);
        versions.set(version, found);
        return found;
      };
      programs.whenClosed(() => {
        for (const processes of versions.values()) processes.stop();
      });
      return { run: run => processesOf(run.version).run(run) };
    },
  };
}
