import type { AsyncInvokeConfigProperties } from '../../../../lib/contract/async-invoke-config';
import type { CustomResourceRequest } from '../../../../lib/contract/custom-resource';
import { asyncInvokeConfig } from '../../../../lib/handler/lambda/config/async-invoke-config';
import type { Result } from '../../../../lib/handler/resource';
import { pointSdkTo } from '../../loopback/environment';
import { LambdaWithConfigs } from '../../loopback/lambda-with-configs';
import { ScriptedServer } from '../../loopback/scripted-server';
import { stackResources } from '../../loopback/stack-answers';
import { TestDeployment } from '../../test-deployment';

export type Properties = Partial<AsyncInvokeConfigProperties>;

interface Deployed {
  readonly physicalId: string;
  readonly properties: Properties;
}

/** A stack that treats its configs as CloudFormation does, with a Lambda and a CloudFormation on this machine. */
export class TestStack {
  static async start(): Promise<TestStack> {
    return new TestStack(await LambdaWithConfigs.start(), await ScriptedServer.start());
  }

  /** How long the handler may take for one request, in milliseconds. */
  time = 15 * 60 * 1000;

  /** That of the last request. */
  deployment = new TestDeployment();
  private readonly resources = new Map<string, Deployed>();
  private readonly replaced: (Deployed & { readonly logicalId: string })[] = [];
  private readonly restoreSdk: () => void;

  private constructor(readonly lambda: LambdaWithConfigs, readonly cloudFormation: ScriptedServer) {
    this.restoreSdk = pointSdkTo({ LAMBDA: lambda.server.url, CLOUDFORMATION: cloudFormation.url });
    this.cloudFormation.script(() => stackResources([...this.resources].map(([logicalId, { physicalId }]) => ({ logicalId, physicalId }))));
  }

  async stop(): Promise<void> {
    this.restoreSdk();
    await Promise.all([this.lambda.stop(), this.cloudFormation.stop()]);
  }

  idOf(logicalId: string): string {
    return this.resources.get(logicalId)!.physicalId;
  }

  async create(logicalId: string, properties: Properties): Promise<Result['data']> {
    const result = await this.send('create', logicalId, { properties });
    this.resources.set(logicalId, { physicalId: result.physicalResourceId!, properties });
    return result.data;
  }

  /** An id that is new leaves the old one to `cleanUp`. */
  async update(logicalId: string, properties: Properties): Promise<Result['data']> {
    const before = this.resources.get(logicalId)!;
    const result = await this.send('update', logicalId, { properties, before: before.properties, physicalId: before.physicalId });
    const physicalId = result.physicalResourceId ?? before.physicalId;
    this.resources.set(logicalId, { physicalId, properties });
    if (physicalId !== before.physicalId) {
      this.replaced.push({ logicalId, ...before });
    }
    return result.data;
  }

  /** Takes a resource out of the template: it is deleted with the clean-up. */
  forget(logicalId: string): void {
    this.replaced.push({ logicalId, ...this.resources.get(logicalId)! });
  }

  /** Goes back before the clean-up: what was to be deleted stays. */
  keepReplaced(): void {
    this.replaced.length = 0;
  }

  /** What CloudFormation does at the end of an update: it deletes what has been replaced. */
  async cleanUp(): Promise<void> {
    for (const { logicalId, physicalId, properties } of this.replaced.splice(0)) {
      await this.send('delete', logicalId, { properties, physicalId });
      if (this.resources.get(logicalId)?.physicalId === physicalId) {
        this.resources.delete(logicalId);
      }
    }
  }

  async delete(logicalId: string): Promise<void> {
    const { physicalId, properties } = this.resources.get(logicalId)!;
    await this.send('delete', logicalId, { properties, physicalId });
    this.resources.delete(logicalId);
  }

  async send(
    type: 'create' | 'update' | 'delete',
    logicalId: string,
    { properties, before, physicalId }: { properties: Properties; before?: Properties; physicalId?: string },
  ): Promise<Result> {
    this.deployment = new TestDeployment(this.time);
    const request = {
      RequestType: ({ create: 'Create', update: 'Update', delete: 'Delete' } as const)[type],
      RequestId: 'request',
      ResponseURL: 'https://response.example',
      ResourceType: 'Custom::LambdaAsyncInvokeConfig',
      StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1',
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceProperties: withFlags(properties),
      OldResourceProperties: before && withFlags(before),
    } as CustomResourceRequest<AsyncInvokeConfigProperties>;
    return await asyncInvokeConfig[type](request, this.deployment) as Result;
  }
}

function withFlags(properties: Properties): Properties {
  return { FunctionName: 'orders', Merge: 'false', OnDelete: 'RESTORE', ...properties };
}
