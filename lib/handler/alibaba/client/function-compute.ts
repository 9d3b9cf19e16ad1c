import { randomUUID } from 'node:crypto';
import { endpointUrl } from './endpoint';
import { exchange, type HttpRequest, type HttpResponse } from './exchange';
import { ServiceError } from './service-error';
import { signed } from './signature';
import { endpointOf } from '../../../constraints/alibaba-fc/endpoint';
import { LATEST } from '../../../constraints/alibaba-fc/identifiers';
import type { PutAsyncInvokeConfigBody } from '../../../constraints/alibaba-fc/put-async-invoke-config';
import type { AccessKey, AlibabaTarget } from '../../../contract/alibaba-target';
import { within } from '../../invocation/within';
import type { Deployment } from '../../resource';
import { retrying } from '../../retry/retrying';
import { accessKey } from '../credentials/credentials';
import { qualifierOf } from '../target';

const VERSION = '2023-03-30';

/** It may be on another continent. In milliseconds. */
const CALL_TIME = 30_000;

/** A config as Function Compute tells it. */
export interface AsyncConfig extends Partial<PutAsyncInvokeConfigBody> {
  readonly functionArn?: string;

  /** ISO 8601. */
  readonly lastModifiedTime?: string;
}

/** How a function is invoked. */
export interface Invocation {
  readonly type: 'Sync' | 'Async';

  /** The empty text for none. */
  readonly payload: string;
  readonly taskId?: string;
}

/** One call, before it is sent. */
interface Call {
  readonly action: string;
  readonly method: HttpRequest['method'];

  /** Below the function. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is used of Function Compute, for one function and qualifier. */
export class FunctionCompute {
  private key?: Promise<AccessKey>;

  constructor(private readonly target: AlibabaTarget, private readonly deployment: Deployment) {}

  /** Takes over every setting in the body. Whether settings that are not in it survive, is not documented. */
  async putAsyncInvokeConfig(body: PutAsyncInvokeConfigBody): Promise<void> {
    await this.repeatable({
      action: 'PutAsyncInvokeConfig',
      method: 'PUT',
      path: 'async-invoke-config',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    });
  }

  async getAsyncInvokeConfig(): Promise<AsyncConfig> {
    const answer = await this.repeatable({ action: 'GetAsyncInvokeConfig', method: 'GET', path: 'async-invoke-config' });
    try {
      return Object(JSON.parse(answer.body));
    } catch {
      throw new ServiceError(answer, []);
    }
  }

  async deleteAsyncInvokeConfig(): Promise<void> {
    await this.repeatable({ action: 'DeleteAsyncInvokeConfig', method: 'DELETE', path: 'async-invoke-config' });
  }

  /**
   * Invokes the function, once: whether to do it again is not for the client to say.
   *
   * @param time how long the answer may take, in milliseconds
   * @throws ServiceError when the service refuses; Error of the network
   */
  invokeFunction({ type, payload, taskId }: Invocation, time: number): Promise<HttpResponse> {
    return this.send({
      action: 'InvokeFunction',
      method: 'POST',
      path: 'invocations',
      headers: {
        ...payload !== '' && { 'content-type': 'application/octet-stream' },
        ...taskId !== undefined && { 'x-fc-async-task-id': taskId },
        ...type === 'Sync' && { 'x-fc-log-type': 'Tail' },
        'x-fc-invocation-type': type,
      },
      body: payload,
    }, time);
  }

  /** Asked for once, however many calls there are. */
  signingKey(): Promise<AccessKey> {
    this.key ??= accessKey(this.target, this.deployment);
    return this.key;
  }

  private async send({ action, method, path, headers = {}, body = '' }: Call, time: number): Promise<HttpResponse> {
    const { clock } = this.deployment;
    const key = await this.signingKey();
    const { FunctionName, Account, Region, Endpoint } = this.target;
    const url = new URL(endpointUrl(Endpoint ?? endpointOf({ account: Account, region: Region })));
    url.pathname = `/${VERSION}/functions/${FunctionName}/${path}`;
    if (qualifierOf(this.target) !== LATEST) {
      url.searchParams.set('qualifier', qualifierOf(this.target));
    }
    const request: HttpRequest = { method, url, headers: { accept: 'application/json', ...headers }, body };
    const answer = await within(time, clock, ({ abortSignal }) =>
      exchange(signed(request, { action, version: VERSION }, key, { now: clock.now(), nonce: randomUUID() }), abortSignal));
    if (answer.status >= 300) {
      throw new ServiceError(answer, [key.accessKeySecret, key.securityToken]);
    }
    return answer;
  }

  private async repeatable(call: Call): Promise<HttpResponse> {
    // Has its own patience, so it is not to be counted among the failures of the call.
    await this.signingKey();
    return retrying({ name: call.action, repeatable: true }, () => this.send(call, CALL_TIME), this.deployment);
  }
}
