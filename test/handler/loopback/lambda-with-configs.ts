import { lambdaError } from './lambda-answers';
import { ScriptedServer, type Answer, type ReceivedRequest } from './scripted-server';

/** What Lambda keeps of a config. */
export interface KeptConfig {
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;
  readonly OnSuccess?: string;
  readonly OnFailure?: string;
}

const OPERATIONS = { PUT: 'Put', GET: 'Get', DELETE: 'Delete' } as const;

/** The operations that the handler uses of configs, and `Configuration` for that of the function. */
export type Operation = 'Put' | 'Get' | 'Delete' | 'Configuration';

/**
 * A Lambda on this machine that keeps configs, and answers as the service was recorded to.
 *
 * It checks no permission and no destination: what it shall refuse, a test tells it by `next`.
 */
export class LambdaWithConfigs {
  static async start(): Promise<LambdaWithConfigs> {
    const lambda = new LambdaWithConfigs(await ScriptedServer.start());
    lambda.server.script(request => lambda.answer(request));
    return lambda;
  }

  /** By name and qualifier, e.g. `orders:live`; what the service would tell about the function. */
  readonly functions = new Map<string, Record<string, unknown>>();
  private readonly configs = new Map<string, KeptConfig & { readonly LastModified: number }>();
  private readonly nexts: { readonly operation: Operation; readonly answer: Answer | (() => Answer | undefined) }[] = [];
  private seconds = 1_700_000_000;

  /** Time of the service in milliseconds, for tests in which it matters. */
  now?: () => number;

  private constructor(readonly server: ScriptedServer) {}

  /** Adds a function, with aliases and versions. */
  add(name: string, ...qualifiers: string[]): this {
    for (const qualifier of ['$LATEST', ...qualifiers]) {
      this.functions.set(`${name}:${qualifier}`, { State: 'Active', LastUpdateStatus: 'Successful' });
    }
    return this;
  }

  /** Puts a config as somebody else would. */
  configure(target: string, config: KeptConfig): this {
    this.configs.set(target, { ...config, LastModified: this.tick() });
    return this;
  }

  /** Takes a config away as somebody else would. */
  unconfigure(target: string): void {
    this.configs.delete(target);
  }

  /** The config of `name:qualifier`, without the time. */
  config(target: string): KeptConfig | undefined {
    const { LastModified, ...config } = this.configs.get(target) ?? {};
    return LastModified === undefined ? undefined : config;
  }

  /** Answers the next calls of an operation so; a function that has nothing to say lets the service answer, and is asked again. */
  next(operation: Operation, ...answers: (Answer | (() => Answer | undefined))[]): this {
    this.nexts.push(...answers.map(answer => ({ operation, answer })));
    return this;
  }

  /** The operations so far, e.g. `Put orders:live`. */
  get calls(): string[] {
    return this.server.requests.map(request => `${operationOf(request)} ${targetOf(request)}`);
  }

  /** What was put last, as it was sent. */
  get lastPut(): unknown {
    return JSON.parse(this.server.requests.filter(request => operationOf(request) === 'Put').at(-1)!.body);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** What the service does about a request. */
  answer(request: ReceivedRequest): Answer {
    const operation = operationOf(request);
    const index = this.nexts.findIndex(next => next.operation === operation);
    if (index >= 0) {
      const { answer } = this.nexts[index];
      const said = typeof answer === 'function' ? answer() : answer;
      if (typeof answer !== 'function') {
        this.nexts.splice(index, 1);
      }
      if (said !== undefined) {
        return said;
      }
    }
    return operation === 'Configuration' ? this.configuration(targetOf(request)) : this[operation](targetOf(request), request);
  }

  private configuration(target: string): Answer {
    const known = this.functions.get(target);
    return known
      ? { body: { FunctionName: target.split(':')[0], FunctionArn: arnOf(target.replace(':$LATEST', '')), ...known } }
      : lambdaError(404, 'ResourceNotFoundException', `Function not found: ${arnOf(target)}`);
  }

  private Put(target: string, { body }: ReceivedRequest): Answer {
    if (!this.functions.has(target)) {
      return lambdaError(404, 'ResourceNotFoundException', "The function doesn't exist.");
    }
    const { MaximumEventAgeInSeconds, MaximumRetryAttempts, DestinationConfig } = JSON.parse(body);
    if (MaximumEventAgeInSeconds === undefined && MaximumRetryAttempts === undefined && DestinationConfig === undefined) {
      return lambdaError(400, 'InvalidParameterValueException', 'You must specify at least one of error handling or destination setting.');
    }
    this.configure(target, present({
      MaximumEventAgeInSeconds,
      MaximumRetryAttempts,
      OnSuccess: DestinationConfig?.OnSuccess?.Destination || undefined,
      OnFailure: DestinationConfig?.OnFailure?.Destination || undefined,
    }));
    return this.Get(target);
  }

  private Get(target: string): Answer {
    const config = this.configs.get(target);
    if (!config) {
      return missing(target);
    }
    const { OnSuccess, OnFailure, ...rest } = config;
    return {
      body: {
        FunctionArn: arnOf(target),
        DestinationConfig: { OnSuccess: present({ Destination: OnSuccess }), OnFailure: present({ Destination: OnFailure }) },
        ...rest,
      },
    };
  }

  private Delete(target: string): Answer {
    return this.configs.delete(target) ? { status: 204 } : missing(target);
  }

  private tick(): number {
    this.seconds = this.now ? Math.max(this.seconds + 0.001, this.now() / 1000) : this.seconds + 1.25;
    return this.seconds;
  }
}

function missing(target: string): Answer {
  return lambdaError(404, 'ResourceNotFoundException', `The function ${arnOf(target)} doesn't have an EventInvokeConfig`);
}

function operationOf({ method, path }: ReceivedRequest): Operation {
  return path.endsWith('/configuration') ? 'Configuration' : OPERATIONS[method as keyof typeof OPERATIONS];
}

/** Whatever the spelling of the function. */
function targetOf({ path, query }: ReceivedRequest): string {
  const name = path.split('/functions/')[1].split('/')[0].split(':function:').at(-1)!;
  return `${name}:${query.get('Qualifier') ?? '$LATEST'}`;
}

function arnOf(target: string): string {
  return `arn:aws:lambda:us-east-1:123456789012:function:${target}`;
}

function present<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
