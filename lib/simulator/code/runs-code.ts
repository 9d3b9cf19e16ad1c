import { NodeProcesses } from './node-processes';
import type { Behaviour } from '../behaviour/behaviour';
import { checkOptions } from '../known-options';

/** Options of real code. */
export interface CodeOptions {
  /**
   * Environment variables that add to those of the template or replace them: the `environment` of an endpoint, or a value
   * that only a deployment knows. With `AWS_ENDPOINT_URL_SQS`, the URLs of queues in the template lead there, too.
   *
   * @default - only those of the template
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * Receives each line that the function logs.
   *
   * @default - log lines are dropped
   */
  readonly print?: (line: string) => void;
}

/**
 * A run of the function's own code: Node.js, from its asset or its template, in a process of its own.
 *
 * It takes no time on the simulator's clock, except the whole timeout if it does not end within the timeout.
 *
 * @throws TypeError for unknown options
 * @throws CannotRunError when it is given to a function whose code the simulator cannot run
 */
export function runsCode(options: CodeOptions = {}): Behaviour {
  checkOptions(options, ['environment', 'print'], 'runsCode');
  const { environment = {}, print = () => {} } = options;
  return {
    run: () => {
      throw new Error('`runsCode()` cannot run by itself. Give it to `respond(…)` of a function.');
    },
    bind: (fn, programs) => {
      const program = programs.of(fn, environment);
      // Each version has processes of its own, because its number is an environment variable.
      const versions = new Map<string, NodeProcesses>();
      const processesOf = (version: string) => {
        const found = versions.get(version)
          ?? new NodeProcesses({ ...program, environment: { AWS_LAMBDA_FUNCTION_VERSION: version, ...program.environment } }, print);
        versions.set(version, found);
        return found;
      };
      programs.whenClosed(() => {
        for (const processes of versions.values()) {
          processes.stop();
        }
      });
      return { run: run => programs.during(run.lineage, run.context.awsRequestId, processesOf(run.version).run(run)) };
    },
  };
}
