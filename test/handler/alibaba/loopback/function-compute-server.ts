import { signatureViolation, type Verifier } from './verify-signature';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../../lib/constraints/alibaba-fc/async-invoke-config';
import type { PutAsyncInvokeConfigBody } from '../../../../lib/constraints/alibaba-fc/put-async-invoke-config';
import { violation } from '../../../../lib/constraints/violation';
import { ScriptedServer, type Answer, type ReceivedRequest, type ScriptedAnswer } from '../../loopback/scripted-server';

/** An AccessKey that the server knows. */
export const KEY = { accessKeyId: 'LTAIexample', accessKeySecret: 'very-secret-secret' };

/** One that expires. */
export const SESSION = { accessKeyId: 'STS.example', accessKeySecret: 'secret-of-a-session', securityToken: 'token-of-a-session/+=' };

/** What Function Compute keeps of a config. */
export type Config = Partial<PutAsyncInvokeConfigBody>;

/** The operations that the handler uses. */
export type Operation = 'PutAsyncInvokeConfig' | 'GetAsyncInvokeConfig' | 'DeleteAsyncInvokeConfig';

const PATH = /^\/2023-03-30\/functions\/(?<name>[^/]+)\/async-invoke-config$/;

const OPERATIONS: Readonly<Record<string, Operation>> = { PUT: 'PutAsyncInvokeConfig', GET: 'GetAsyncInvokeConfig', DELETE: 'DeleteAsyncInvokeConfig' };

const DEFAULTS = { asyncTask: false, maxAsyncEventAgeInSeconds: 86400, maxAsyncRetryAttempts: 3 };

/**
 * A Function Compute on this machine: it verifies signatures, refuses what the service is documented or was seen to refuse,
 * and keeps what a Put does not mention, as version 2016-08-15 is documented to do.
 */
export class FunctionComputeServer {
  static async start(): Promise<FunctionComputeServer> {
    const service = new FunctionComputeServer(await ScriptedServer.start());
    service.server.script(request => service.answer(request));
    return service;
  }

  /** Whether a Put forgets what it does not mention: of version 2023-03-30, nobody says so. */
  replaces = false;

  /** By name and qualifier, e.g. `orders:live`. */
  private readonly functions = new Set<string>();
  private readonly configs = new Map<string, Config & { readonly lastModifiedTime: string }>();
  private readonly nonces = new Set<unknown>();
  private readonly nexts: { readonly operation: Operation; readonly answers: (Answer | (() => Answer | undefined))[] }[] = [];
  private ticks = 0;

  private constructor(readonly server: ScriptedServer) {}

  /** What time it is. */
  now = () => Date.now();

  get url(): string {
    return this.server.url;
  }

  /** Adds a function, with aliases and versions. */
  add(name: string, ...qualifiers: string[]): this {
    ['LATEST', ...qualifiers].forEach(qualifier => this.functions.add(`${name}:${qualifier}`));
    return this;
  }

  /** Takes a function away, with its configs. */
  remove(name: string): void {
    [...this.functions].filter(target => target.startsWith(`${name}:`)).forEach(target => {
      this.functions.delete(target);
      this.configs.delete(target);
    });
  }

  /** Puts a config as somebody else would. */
  configure(target: string, config: Config): this {
    this.configs.set(target, { ...config, lastModifiedTime: this.tick() });
    return this;
  }

  /** The config of `name:qualifier`, without the time. */
  config(target: string): Config | undefined {
    const { lastModifiedTime, ...config } = this.configs.get(target) ?? {};
    return lastModifiedTime === undefined ? undefined : config;
  }

  /** What Function Compute does with events: what was configured, or the defaults. */
  effective(target: string): Config {
    return { ...DEFAULTS, ...this.config(target) };
  }

  /** Answers the next calls of an operation so; a function that has nothing to say lets the service answer, and is asked again. */
  next(operation: Operation, ...answers: (Answer | (() => Answer | undefined))[]): this {
    this.nexts.push({ operation, answers });
    return this;
  }

  /** The operations so far, e.g. `PutAsyncInvokeConfig orders:live`. */
  get calls(): string[] {
    return this.server.requests.map(request => `${request.headers['x-acs-action']} ${targetOf(request)}`);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** What the service does about a request. */
  answer(request: ReceivedRequest): Answer {
    const operation = OPERATIONS[request.method];
    if (!PATH.test(request.path) || request.headers['x-acs-action'] !== operation) {
      return fcError(400, 'PathNotSupported', `'${request.path}' against '${request.method}' is not supported`);
    }
    return this.forged(request) ?? this.scripted(operation) ?? this.known(request) ?? this.serve(operation, targetOf(request), request);
  }

  private forged(request: ReceivedRequest): Answer | undefined {
    const verifier: Verifier = {
      secrets: { [KEY.accessKeyId]: KEY.accessKeySecret, [SESSION.accessKeyId]: SESSION.accessKeySecret },
      tokens: { [SESSION.accessKeyId]: SESSION.securityToken },
      now: this.now,
    };
    const forged = signatureViolation(request, verifier);
    const nonce = request.headers['x-acs-signature-nonce'];
    if (forged ?? this.nonces.has(nonce)) {
      return fcError(403, 'SignatureNotMatch', forged ?? 'the nonce was used before');
    }
    this.nonces.add(nonce);
    return undefined;
  }

  private scripted(operation: Operation): Answer | undefined {
    const next = this.nexts.find(({ operation: of, answers }) => of === operation && answers.length > 0);
    const answer = next?.answers[0];
    if (typeof answer === 'function') {
      return answer();
    }
    return next?.answers.shift() as Answer | undefined;
  }

  private known(request: ReceivedRequest): Answer | undefined {
    const [name, qualifier] = targetOf(request).split(':');
    if (!this.functions.has(`${name}:LATEST`)) {
      return fcError(404, 'FunctionNotFound', `function '${name}' does not exist`);
    }
    return this.functions.has(`${name}:${qualifier}`) ? undefined
      : /^\d+$/.test(qualifier) ? fcError(404, 'VersionNotFound', `version '${qualifier}' does not exist`)
        : fcError(404, 'AliasNotFound', `alias '${qualifier}' does not exist`);
  }

  private serve(operation: Operation, target: string, request: ReceivedRequest): Answer {
    switch (operation) {
      case 'PutAsyncInvokeConfig': return this.put(target, JSON.parse(request.body));
      case 'GetAsyncInvokeConfig': return this.get(target);
      case 'DeleteAsyncInvokeConfig': return this.configs.delete(target) ? { status: 204 } : missing(target);
    }
  }

  private put(target: string, body: Config): Answer {
    const { maxAsyncEventAgeInSeconds: age, maxAsyncRetryAttempts: retries, destinationConfig = {} } = body;
    const [malformed] = ([[MAX_EVENT_AGE, age], [RETRY_ATTEMPTS, retries]] as const)
      .flatMap(([constraint, value]) => value === undefined ? [] : violation(constraint, value) ?? []);
    if (malformed !== undefined) {
      return fcError(400, 'InvalidArgument', malformed);
    }
    if (Object.values(destinationConfig).some(side => !side?.destination)) {
      return fcError(400, 'InvalidDestinationResources', "The destination resource is invalid: destination can't be empty.");
    }
    const before = this.replaces ? {} : this.config(target) ?? {};
    const destinations = { ...before.destinationConfig, ...destinationConfig };
    this.configure(target, { ...before, ...body, ...Object.keys(destinations).length > 0 && { destinationConfig: destinations } });
    return this.get(target);
  }

  private get(target: string): Answer {
    const config = this.configs.get(target);
    const [name] = target.split(':');
    const functionArn = `acs:fc:cn-hangzhou:1234567890123456:functions/${name}`;
    return config ? { body: { ...config, functionArn, createdTime: config.lastModifiedTime } } : missing(target);
  }

  /** As the service writes times. */
  private tick(): string {
    this.ticks += 1;
    return new Date(this.now() + this.ticks).toISOString().replace('Z', '+0000');
  }
}

/** An error as Function Compute words it. */
export function fcError(status: number, code: string, message = `${code} it is.`): ScriptedAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: { Code: code, Message: message, RequestId: '1-67-89' } };
}

function missing(target: string): Answer {
  const [name, qualifier] = target.split(':');
  return fcError(404, 'AsyncConfigNotExists', `AsyncConfig for ${name}:${qualifier} does not exist.`);
}

function targetOf({ path, query }: ReceivedRequest): string {
  return `${PATH.exec(path)?.groups!.name}:${query.get('qualifier') ?? 'LATEST'}`;
}
