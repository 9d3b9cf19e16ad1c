import { randomUUID } from 'node:crypto';
import { endpointUrl } from './endpoint';
import { exchange, type HttpRequest, type HttpResponse } from './exchange';
import { ServiceError } from './service-error';
import { signed } from './signature';
import { endpointOf } from '../../../constraints/alibaba-fc/endpoint';
import { LATEST } from '../../../constraints/alibaba-fc/identifiers';
import type { PutAsyncInvokeConfigBody } from '../../../constraints/alibaba-fc/put-async-invoke-config';
import type { AccessKey, AlibabaTarget } from '../../../contract/alibaba-target';
import { readJson } from '../../json';
import type { Deployment } from '../../resource';
import { retrying } from '../../retry/retrying';
import { within } from '../../retry/within';
import { accessKey } from '../credentials/credentials';
import { qualifierOf } from '../target';

const VERSION = '2023-03-30';

/** Timeout of a call in milliseconds. The service may be on another continent. */
const CALL_TIME = 30_000;

/** Config as Function Compute returns it. */
export interface AsyncConfig extends Partial<PutAsyncInvokeConfigBody> {
  readonly functionArn?: string;

  /** ISO 8601. */
  readonly lastModifiedTime?: string;
}

/** Call before it is sent. */
interface Call {
  readonly action: string;
  readonly method: HttpRequest['method'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;

  /** Whether the answer has to be JSON: one that was cut off is not, and counts as none. */
  readonly isRead?: boolean;
}

/** What is used of Function Compute, for one function and qualifier: the operations on its config. */
export class FunctionCompute {
  private key?: AccessKey;

  constructor(private readonly target: AlibabaTarget, private readonly deployment: Deployment) {}

  /** Sets every setting in the body. It is undocumented whether a setting that the body lacks survives. */
  async putAsyncInvokeConfig(body: PutAsyncInvokeConfigBody): Promise<void> {
    await this.call({
      action: 'PutAsyncInvokeConfig',
      method: 'PUT',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    });
  }

  async getAsyncInvokeConfig(): Promise<AsyncConfig> {
    const { body } = await this.call({ action: 'GetAsyncInvokeConfig', method: 'GET', isRead: true });
    return Object(readJson(body));
  }

  async deleteAsyncInvokeConfig(): Promise<void> {
    await this.call({ action: 'DeleteAsyncInvokeConfig', method: 'DELETE' });
  }

  /** Calls the service. Each operation may be repeated with the same outcome. */
  private async call(call: Call): Promise<HttpResponse> {
    // Fetching the key has its own retries.
    this.key ??= await accessKey(this.target, this.deployment);
    const key = this.key;
    return retrying({ name: call.action, repeatable: true }, () => this.send(call, key), this.deployment);
  }

  private async send({ action, method, headers = {}, body = '', isRead = false }: Call, key: AccessKey): Promise<HttpResponse> {
    const { clock } = this.deployment;
    const { FunctionName, Account, Region, Endpoint } = this.target;
    const url = new URL(endpointUrl(Endpoint ?? endpointOf({ account: Account, region: Region })));
    url.pathname = `/${VERSION}/functions/${FunctionName}/async-invoke-config`;
    if (qualifierOf(this.target) !== LATEST) {
      url.searchParams.set('qualifier', qualifierOf(this.target));
    }
    const request: HttpRequest = { method, url, headers: { accept: 'application/json', ...headers }, body };
    const answer = await within(CALL_TIME, clock, ({ abortSignal }) =>
      exchange(signed(request, { action, version: VERSION }, key, { now: clock.now(), nonce: randomUUID() }), abortSignal));
    if (answer.status >= 300 || (isRead && readJson(answer.body) === undefined)) {
      throw new ServiceError(answer, [key.accessKeySecret, key.securityToken]);
    }
    return answer;
  }
}
