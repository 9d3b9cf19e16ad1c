import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { CannotRunError } from './cannot-run-error';
import { CHILD_PROGRAM } from './child-program';
import type { Program } from './program';
import { packageFolders } from './runtime-packages';
import type { Run } from '../behaviour/behaviour';
import type { FunctionError, RunResult } from '../behaviour/run-result';
import { traceId } from '../trace-id';

interface Answer {
  readonly line?: string;
  readonly payload?: string;
  readonly error?: FunctionError;

  /** A package that Lambda's runtime includes and the project lacks. */
  readonly missing?: string;

  /** Whether the process ends after this answer. */
  readonly isLast?: boolean;
}

/** The processes that run the code of one version. They are used again, as Lambda does with its execution environments. */
export class NodeProcesses {
  private readonly all = new Set<ChildProcess>();
  private readonly idle: ChildProcess[] = [];

  constructor(private readonly program: Program, private readonly print: (line: string) => void) {}

  /** Kills the processes. */
  stop(): void {
    this.idle.length = 0;
    for (const child of this.all) {
      child.kill('SIGKILL');
    }
  }

  /** Runs the handler once, in an idle process or a new one: a function may wait for another run of itself. */
  run(run: Run): Promise<RunResult> {
    const child = this.idle.pop() ?? this.started(run);
    const { timeout, logicalId } = run.function.settings;
    return new Promise((resolve, reject) => {
      // Stops code that never ends. The clock of the simulator does not depend on it.
      const watchdog = setTimeout(() => settle({ kind: 'timed-out' }), timeout * 1000);
      const onAnswer = ({ line, payload, error, missing, isLast = false }: Answer) => {
        if (line !== undefined) {
          return this.log(run, line);
        }
        if (missing !== undefined) {
          release();
          child.kill('SIGKILL');
          return reject(new CannotRunError(logicalId, lacks(missing)));
        }
        settle(error ? { kind: 'failed', error } : { kind: 'succeeded', payload: payload! }, isLast);
      };
      const onExit = (code: number | null, signal: string | null) => settle({ kind: 'failed', error: exitError(run, code, signal) });
      const onError = (error: Error) => {
        release();
        reject(new Error(`The code of \`${logicalId}\` cannot be started: ${error.message}`));
      };
      const release = () => {
        clearTimeout(watchdog);
        child.off('message', onAnswer).off('exit', onExit).off('error', onError);
        hold(child, false);
      };
      const settle = (result: RunResult, isLast = false) => {
        release();
        if (result.kind === 'timed-out') {
          child.kill('SIGKILL');
        } else if (child.connected && !isLast) {
          this.idle.push(child);
        }
        resolve(result);
      };
      hold(child, true);
      child.on('message', onAnswer).on('exit', onExit).on('error', onError);
      child.send(this.request(run));
    });
  }

  private request({ payload, context, now }: Run): object {
    const { getRemainingTimeInMillis, ...plain } = context;
    return {
      program: { handler: this.program.handler, ...this.program.source },
      event: payload,
      context: { ...plain, remaining: getRemainingTimeInMillis() },
      time: new Date(now).toISOString(),
      trace: traceId(context.awsRequestId),
    };
  }

  private log(run: Run, line: string): void {
    run.print(line);
    this.print(line);
  }

  private started({ context }: Run): ChildProcess {
    const { source, environment } = this.program;
    const directory = 'directory' in source ? source.directory : tmpdir();
    const child = spawn(process.execPath, ['-e', CHILD_PROGRAM], {
      cwd: directory,
      env: {
        NODE_PATH: [...packageFolders(process.cwd()), process.env.NODE_PATH ?? ''].filter(Boolean).join(delimiter),
        PATH: process.env.PATH,
        LAMBDA_TASK_ROOT: directory,
        AWS_LAMBDA_LOG_STREAM_NAME: context.logStreamName,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.all.add(child);
    child.on('error', () => {}).once('exit', () => {
      this.all.delete(child);
      if (this.idle.includes(child)) {
        this.idle.splice(this.idle.indexOf(child), 1);
      }
    });
    return child;
  }
}

/** Lets Node.js wait for a process or not: an idle process must not keep the tests running. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const handles = [child, child.channel as unknown as { ref?(): void; unref?(): void } | undefined | null];
  for (const handle of handles) {
    if (isHeld) {
      handle?.ref?.();
    } else {
      handle?.unref?.();
    }
  }
}

function lacks(name: string): string {
  return `it needs \`${name}\`. Lambda's runtime includes it, but your project does not. Install it as a development dependency`;
}

function exitError({ context: { awsRequestId } }: Run, code: number | null, signal: string | null): FunctionError {
  const reason = signal !== null ? `Runtime exited with error: signal: ${signal === 'SIGKILL' ? 'killed' : signal}`
    : code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${awsRequestId} Error: ${reason}` };
}
