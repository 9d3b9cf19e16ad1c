import { isDeepStrictEqual } from 'node:util';
import type { Cloud, Fault, FunctionName, Settings } from './cloud';
import type { CustomResourceRequest, CustomResourceResponse } from '../../../../lib/contract/custom-resource';
import { alibabaAsyncInvokeConfig } from '../../../../lib/handler/alibaba/config/async-invoke-config';
import { LambdaClients } from '../../../../lib/handler/lambda/clients';
import { asyncInvokeConfig } from '../../../../lib/handler/lambda/config/async-invoke-config';
import { handling } from '../../../../lib/handler/protocol/handling';
import { pointSdkTo } from '../../loopback/environment';
import { ScriptedServer, type Answer, type ReceivedRequest } from '../../loopback/scripted-server';
import { stackEvents, stackResources, type ListedEvent } from '../../loopback/stack-answers';
import type { TestClock } from '../../test-clock';

/** Logical id, and what it configures. */
export type Template = Readonly<Record<string, { readonly at: FunctionName; readonly settings: Settings }>>;

/** What happens to the requests of a deployment, in the order in which they are sent. */
export interface Mishap {
  readonly fault?: Fault;

  /** Whether CloudFormation never gets the answer. */
  readonly isUnheard?: boolean;

  /** Whether Lambda delivers the request a second time, to another process. */
  readonly isRepeated?: boolean;
}

export interface Deployment {
  readonly template: Template;

  /** Order of the operations, as a number for each. */
  readonly order: readonly number[];

  /** Whether all creates and updates run at the same time. Then nothing happens to their requests, and `failsAfter` comes after all. */
  readonly inParallel?: boolean;

  /** Number of operations after which another resource of the stack fails; never if absent. */
  readonly failsAfter?: number;

  /** For the requests of creates, updates and deletes; those of a rollback and of a second attempt go well. */
  readonly mishaps: readonly Mishap[];
}

interface Listed {
  physicalId: string;
  properties: Record<string, unknown>;
  status: string;
  since: Date;
}

type Operation = { readonly logicalId: string; readonly before?: Listed; readonly after: Record<string, unknown> };

/** Stacks whose configs go through the whole handler as CloudFormation sends them. */
export class CloudFormation {
  static async start(clock: TestClock, cloud: Cloud): Promise<CloudFormation> {
    return new CloudFormation(clock, cloud, await ScriptedServer.start(), await ScriptedServer.start());
  }

  private readonly stacks = new Map<string, { readonly resources: Map<string, Listed>; readonly events: ListedEvent[] }>();
  private readonly restoreSdk: () => void;
  private requests = 0;
  private isDeaf = false;

  /** Requests, and what the handler logged about them. */
  readonly lines: string[] = [];

  private constructor(
    private readonly clock: TestClock,
    private readonly cloud: Cloud,
    private readonly api: ScriptedServer,
    private readonly answers: ScriptedServer,
  ) {
    this.restoreSdk = pointSdkTo({ CLOUDFORMATION: api.url });
    api.script(request => this.describe(request));
    answers.script(() => this.isDeaf ? { status: 503 } : {});
  }

  async stop(): Promise<void> {
    this.restoreSdk();
    await Promise.all([this.api.stop(), this.answers.stop()]);
  }

  /** Deploys a template, and rolls it back if something fails. Whether it succeeded. */
  async deploy(stack: string, { template, order, inParallel = false, failsAfter = Infinity, mishaps }: Deployment): Promise<boolean> {
    const { resources } = this.stack(stack);
    const operations = Object.entries(template)
      .map(([logicalId, { at, settings }]): Operation => ({
        logicalId, before: resources.has(logicalId) ? { ...resources.get(logicalId)! } : undefined, after: this.cloud.properties(at, settings),
      }))
      .filter(({ before, after }) => !isDeepStrictEqual(before?.properties, after))
      .map((operation, index) => ({ operation, rank: order[index] ?? 0 }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ operation }) => operation);
    const queue = [...mishaps];
    const done: Operation[] = [];
    const replaced: { readonly logicalId: string; readonly physicalId: string; readonly properties: Record<string, unknown> }[] = [];
    let isFailed = operations.length === 0 && failsAfter === 0;
    const run = async (operation: Operation, mishap: Mishap): Promise<void> => {
      done.push(operation);
      const { logicalId, before, after } = operation;
      const isTaken = await this.work(stack, logicalId, before ? 'Update' : 'Create', after, before?.properties, mishap);
      isFailed ||= !isTaken;
      if (before && isTaken && resources.get(logicalId)!.physicalId !== before.physicalId) {
        replaced.push({ logicalId, physicalId: before.physicalId, properties: before.properties });
      }
    };
    if (inParallel) {
      await Promise.all(operations.map(operation => run(operation, {})));
    }
    for (const operation of inParallel ? [] : operations) {
      if (isFailed || done.length >= failsAfter) {
        isFailed = true;
        break;
      }
      await run(operation, queue.shift() ?? {});
    }
    isFailed ||= done.length >= failsAfter;
    if (isFailed) {
      await this.rollBack(stack, done.reverse());
      return false;
    }
    for (const { logicalId, physicalId, properties } of replaced) {
      await this.remove(stack, logicalId, physicalId, properties, queue.shift() ?? {});
    }
    for (const logicalId of [...resources.keys()].filter(id => !Object.hasOwn(template, id))) {
      const { physicalId, properties } = resources.get(logicalId)!;
      await this.remove(stack, logicalId, physicalId, properties, queue.shift() ?? {});
    }
    return true;
  }

  private async rollBack(stack: string, done: readonly Operation[]): Promise<void> {
    const { resources } = this.stack(stack);
    const removals: (() => Promise<void>)[] = [];
    for (const { logicalId, before, after } of done) {
      const { physicalId } = resources.get(logicalId)!;
      if (before) {
        await this.work(stack, logicalId, 'Update', before.properties, after, {});
      }
      if (!before || resources.get(logicalId)!.physicalId !== physicalId) {
        removals.push(() => this.remove(stack, logicalId, physicalId, after, {}));
      }
    }
    for (const remove of removals) {
      await remove();
    }
  }

  /** Sends Deletes until one succeeds: CloudFormation tries again, or somebody does. */
  private async remove(
    stack: string,
    logicalId: string,
    physicalId: string,
    properties: Record<string, unknown>,
    mishap: Mishap,
  ): Promise<void> {
    const { resources } = this.stack(stack);
    const isCurrent = resources.get(logicalId)?.physicalId === physicalId;
    const set = (status: string) => this.set(stack, logicalId, isCurrent ? { physicalId, properties, status } : undefined, { physicalId, status });
    set('DELETE_IN_PROGRESS');
    for (let attempt = 0, isGone = false; !isGone; attempt++) {
      if (attempt > 1) {
        throw new Error(`${logicalId} cannot be deleted: ${this.lines.slice(-8).join('\n')}`);
      }
      const request = { RequestType: 'Delete', LogicalResourceId: logicalId, PhysicalResourceId: physicalId, ResourceProperties: properties } as const;
      const response = await this.send(stack, request, attempt === 0 ? mishap : {});
      isGone = response?.Status === 'SUCCESS';
      set(isGone ? 'DELETE_COMPLETE' : 'DELETE_FAILED');
    }
    if (isCurrent) {
      resources.delete(logicalId);
    }
  }

  /** Creates or updates. Whether CloudFormation heard of a success. */
  private async work(
    stack: string,
    logicalId: string,
    type: 'Create' | 'Update',
    after: Record<string, unknown>,
    before: Record<string, unknown> | undefined,
    mishap: Mishap,
  ): Promise<boolean> {
    const verb = type.toUpperCase();
    const physicalId = this.stack(stack).resources.get(logicalId)?.physicalId ?? '';
    this.set(stack, logicalId, { physicalId, properties: before ?? after, status: `${verb}_IN_PROGRESS` });
    const response = await this.send(stack, {
      RequestType: type,
      LogicalResourceId: logicalId,
      ResourceProperties: after,
      ...type === 'Update' && { PhysicalResourceId: physicalId, OldResourceProperties: before },
    }, mishap);
    const isTaken = response?.Status === 'SUCCESS';
    const newId = isTaken || type === 'Create' ? response?.PhysicalResourceId ?? `made-up-${logicalId}` : physicalId;
    this.set(stack, logicalId, { physicalId: newId, properties: isTaken ? after : before ?? after, status: `${verb}_${isTaken ? 'COMPLETE' : 'FAILED'}` });
    return isTaken;
  }

  private async send(
    stack: string,
    request: Partial<CustomResourceRequest>,
    { fault, isUnheard = false, isRepeated = false }: Mishap,
  ): Promise<CustomResourceResponse | undefined> {
    this.requests += 1;
    const event = {
      RequestId: `request-${this.requests}`,
      ResponseURL: `${this.answers.url}/${this.requests}`,
      ResourceType: this.cloud.resourceType,
      StackId: stack,
      ...request,
    };
    this.cloud.fault(fault);
    this.isDeaf = isUnheard;
    this.lines.push(`${request.RequestType} ${request.LogicalResourceId} ${JSON.stringify({ fault, isUnheard, isRepeated })}`);
    await this.handle(event).catch(() => undefined);
    this.cloud.fault(undefined);
    this.isDeaf = false;
    const answer = this.answers.requests.find(({ path }) => path === new URL(event.ResponseURL).pathname);
    const response = isUnheard ? undefined : JSON.parse(answer!.body) as CustomResourceResponse;
    if (isRepeated && !isUnheard) {
      const { resources } = this.stack(stack);
      const listed = resources.get(request.LogicalResourceId!);
      if (listed && response?.Status === 'SUCCESS' && request.RequestType !== 'Delete') {
        listed.physicalId = response.PhysicalResourceId;
      }
      await this.handle(event);
    }
    this.clock.advance(60_000);
    return response;
  }

  /** Each request goes to a process of its own. */
  private handle(event: unknown): Promise<void> {
    const handle = handling({
      resources: { 'Custom::LambdaAsyncInvokeConfig': asyncInvokeConfig, 'Custom::AlibabaAsyncInvokeConfig': alibabaAsyncInvokeConfig },
      clock: this.clock,
      clients: () => new LambdaClients().of,
      write: line => this.lines.push(line),
    });
    const begun = this.clock.now();
    return handle(event, {
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:handler',
      getRemainingTimeInMillis: () => begun + 15 * 60 * 1000 - this.clock.now(),
    });
  }

  private stack(name: string) {
    const stack = this.stacks.get(name) ?? { resources: new Map<string, Listed>(), events: [] };
    this.stacks.set(name, stack);
    return stack;
  }

  private set(
    stack: string,
    logicalId: string,
    listed: Omit<Listed, 'since'> | undefined,
    event: { readonly physicalId: string; readonly status: string } = listed!,
  ): void {
    const since = new Date(this.clock.now());
    const { resources, events } = this.stack(stack);
    if (listed) {
      resources.set(logicalId, { ...listed, since });
    }
    events.unshift({ logicalId, physicalId: event.physicalId, status: event.status, type: this.cloud.resourceType, since });
  }

  private describe({ body }: ReceivedRequest): Answer {
    const query = new URLSearchParams(body);
    const { resources, events } = this.stack(query.get('StackName')!);
    return query.get('Action') === 'DescribeStackEvents'
      ? stackEvents(events)
      : stackResources([...resources].map(([logicalId, { physicalId, status, since }]) =>
        ({ logicalId, physicalId, status, since, type: this.cloud.resourceType })));
  }
}
