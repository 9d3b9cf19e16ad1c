import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { CannotRunError } from './cannot-run-error';
import { childProgram } from './child/child-program';
import { layerPackages, type Layers } from './layers';
import type { Program } from './program';
import { RUNTIME_PACKAGES, packageFolders } from './runtime-packages';
import type { Run } from '../behaviour/behaviour';
import type { FunctionError, RunResult } from '../behaviour/run-result';
import { isJson } from '../json-text';
import { NotKnownError } from '../state';
import { traceId } from '../trace-id';

/** Where Lambda looks for programs. */
const LAMBDA_PATH = ['/usr/local/bin', '/usr/bin/', '/bin', '/opt/bin'];

interface Answer {
  /** The id of the request. */
  readonly id: string;
  readonly line?: string;
  readonly payload?: string;

  /** Whether the handler wrote its payload to a stream, where it may write anything. */
  readonly isStreamed?: boolean;
  readonly error?: FunctionError;

  /** What this computer lacks: a package of Lambda's runtime or of a layer, or a file below `/opt`. */
  readonly lacking?: string;

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
      kill(child);
    }
  }

  /** Runs the handler once, in an idle process or a new one: a function may wait for another run of itself. */
  run(run: Run): Promise<RunResult> {
    const child = this.idle.pop() ?? this.started(run);
    const { timeout, logicalId } = run.function.settings;
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      // Stops code that never ends. The clock of the simulator does not depend on it.
      const watchdog = setTimeout(() => settle({ kind: 'timed-out' }), timeout * 1000);
      const onAnswer = (answer: Answer | null) => {
        // The code itself may find a way to send something, too.
        if (answer?.id !== id) {
          return;
        }
        const { line, payload, isStreamed, error, lacking, isLast = false } = answer;
        if (line !== undefined) {
          return this.log(run, line);
        }
        if (lacking !== undefined) {
          release();
          kill(child);
          return reject(new CannotRunError(logicalId, lacks(lacking, this.program.layers)));
        }
        if (isStreamed && !isJson(payload!)) {
          release();
          return reject(new NotKnownError('the record of a streamed response that is not JSON', 'Let the handler write JSON.'));
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
          kill(child);
        } else if (child.connected && !isLast) {
          this.idle.push(child);
        }
        resolve(result);
      };
      hold(child, true);
      child.on('message', onAnswer).on('exit', onExit).on('error', onError);
      child.send(this.request(id, run));
    });
  }

  private request(id: string, { payload, context, now }: Run): object {
    const { getRemainingTimeInMillis, ...plain } = context;
    return {
      id,
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

  private started({ context, function: { settings } }: Run): ChildProcess {
    const { source, layers, environment } = this.program;
    const packages = [...layerPackages(layers, settings.runtime!), ...packageFolders(process.cwd()), process.env.NODE_PATH ?? ''];
    const directory = 'directory' in source ? source.directory : tmpdir();
    const child = spawn(process.execPath, ['-e', childProgram(process.pid, layers)], {
      cwd: directory,
      // A group of its own, so that the processes that the code starts end with it.
      detached: true,
      env: {
        NODE_PATH: packages.filter(Boolean).join(delimiter),
        PATH: [dirname(process.execPath), ...LAMBDA_PATH].join(delimiter),
        LAMBDA_TASK_ROOT: directory,
        AWS_LAMBDA_LOG_STREAM_NAME: context.logStreamName,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.all.add(child);
    child.on('error', () => {}).once('exit', () => {
      this.all.delete(child);
      // What it has started may still run.
      kill(child);
      if (this.idle.includes(child)) {
        this.idle.splice(this.idle.indexOf(child), 1);
      }
    });
    return child;
  }
}

/** Kills a process with all processes that it has started. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It has ended, or the system has no groups.
    child.kill('SIGKILL');
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

function lacks(name: string, { absent }: Layers): string {
  if (name.startsWith('/opt/')) {
    return `it reads \`${name}\`. The code finds the modules of the layers in the assembly, but no other files below \`/opt\``;
  }
  return new RegExp(RUNTIME_PACKAGES).test(name)
    ? `it needs \`${name}\`. Lambda's runtime includes it, but your project does not. Install it as a development dependency`
    : `it needs \`${name}\`, which may be in a layer that is not in the assembly: ${absent.map(layer => `\`${layer}\``).join(', ')}`;
}

function exitError({ context: { awsRequestId } }: Run, code: number | null, signal: string | null): FunctionError {
  const reason = signal !== null ? `Runtime exited with error: signal: ${signal === 'SIGKILL' ? 'killed' : signal}`
    : code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${awsRequestId} Error: ${reason}` };
}
