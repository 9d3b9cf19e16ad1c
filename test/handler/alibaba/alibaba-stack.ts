import { FunctionComputeServer, KEY } from './loopback/function-compute-server';
import { SECRET_ARN, secretValue } from './loopback/secret-answers';
import type { AlibabaAsyncInvokeConfigProperties } from '../../../lib/contract/alibaba-async-invoke-config';
import type { CustomResourceRequest, CustomResourceResponse } from '../../../lib/contract/custom-resource';
import type { Resource } from '../../../lib/handler/resource';
import { pointSdkTo } from '../loopback/environment';
import { ScriptedServer } from '../loopback/scripted-server';
import { stackResources } from '../loopback/stack-answers';
import { Stack } from '../stack';

export type Properties = Readonly<Record<string, unknown>>;

interface Deployed {
  readonly physicalId: string;
  readonly properties: Properties;
}

/** A stack with custom resources for Alibaba Cloud, which goes through the whole handler: the clouds are on this machine, and time is not real. */
export class AlibabaStack {
  static async start(resourceType: string, resource: Resource<any>): Promise<AlibabaStack> {
    const [stack, service, secrets, stackList] = await Promise.all([
      Stack.start(resourceType, resource), FunctionComputeServer.start(), ScriptedServer.start(), ScriptedServer.start(),
    ]);
    return new AlibabaStack(resourceType, stack, service, secrets, stackList);
  }

  private readonly resources = new Map<string, Deployed>();
  private readonly replaced: (Deployed & { readonly logicalId: string })[] = [];
  private readonly restoreSdk: () => void;

  private constructor(
    resourceType: string,
    readonly handler: Stack,
    readonly service: FunctionComputeServer,
    readonly secrets: ScriptedServer,
    readonly stackList: ScriptedServer,
  ) {
    this.restoreSdk = pointSdkTo({ SECRETS_MANAGER: secrets.url, CLOUDFORMATION: stackList.url });
    service.now = () => handler.clock.now();
    secrets.script(() => secretValue(KEY));
    stackList.script(() => stackResources([...this.resources].map(([logicalId, { physicalId }]) => ({ logicalId, physicalId, type: resourceType }))));
  }

  async stop(): Promise<void> {
    this.restoreSdk();
    await Promise.all([this.handler.stop(), this.service.stop(), this.secrets.stop(), this.stackList.stop()]);
  }

  idOf(logicalId: string): string {
    return this.resources.get(logicalId)!.physicalId;
  }

  /** @throws Error with the reason when it fails */
  async create(logicalId: string, properties: Properties = {}): Promise<CustomResourceResponse> {
    const answer = await this.send('Create', logicalId, properties);
    this.resources.set(logicalId, { physicalId: answer.PhysicalResourceId, properties });
    return answer;
  }

  /** An id that is new leaves the old one to `cleanUp`. */
  async update(logicalId: string, properties: Properties): Promise<CustomResourceResponse> {
    const before = this.resources.get(logicalId)!;
    const answer = await this.send('Update', logicalId, properties, before);
    this.resources.set(logicalId, { physicalId: answer.PhysicalResourceId, properties });
    if (answer.PhysicalResourceId !== before.physicalId) {
      this.replaced.push({ logicalId, ...before });
    }
    return answer;
  }

  async delete(logicalId: string): Promise<void> {
    const deployed = this.resources.get(logicalId)!;
    await this.send('Delete', logicalId, deployed.properties, deployed);
    this.resources.delete(logicalId);
  }

  /** Takes a resource out of the template: it is deleted with the clean-up. */
  forget(logicalId: string): void {
    this.replaced.push({ logicalId, ...this.resources.get(logicalId)! });
  }

  /** What CloudFormation does at the end of an update: it deletes what has been replaced. */
  async cleanUp(): Promise<void> {
    for (const { logicalId, physicalId, properties } of this.replaced.splice(0)) {
      await this.send('Delete', logicalId, properties, { physicalId, properties });
      if (this.resources.get(logicalId)?.physicalId === physicalId) {
        this.resources.delete(logicalId);
      }
    }
  }

  async send(type: CustomResourceRequest['RequestType'], logicalId: string, properties: Properties, before?: Deployed): Promise<CustomResourceResponse> {
    const request = this.handler.request(type, this.whole(properties), {
      LogicalResourceId: logicalId,
      PhysicalResourceId: before?.physicalId,
      ...type === 'Update' && { OldResourceProperties: this.whole(before!.properties) },
    });
    const answer = await this.handler.deploy(request);
    if (answer.Status === 'FAILED') {
      throw new Error(answer.Reason);
    }
    return answer;
  }

  /** With all that is required. */
  private whole(properties: Properties): Record<string, unknown> {
    const required: Omit<AlibabaAsyncInvokeConfigProperties, 'OnDelete'> = {
      Account: '1234567890123456',
      Region: 'cn-hangzhou',
      FunctionName: 'orders',
      Endpoint: this.service.url,
      Credentials: { SecretArn: SECRET_ARN },
    };
    return { ...required, OnDelete: 'RESTORE', ...properties };
  }
}
