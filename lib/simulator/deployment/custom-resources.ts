import { withdrawConfigs } from './configs';
import { creationOrder } from './creation-order';
import type { DeployedApp } from './deployed-app';
import { ResponseAddress } from './response-address';
import type { CustomResourceRequest, CustomResourceResponse } from '../../contract/custom-resource';
import { arnOf, rendered, writtenPath, type CustomResourceNode, type Tree } from '../../topology';
import type { SimulatedFunction } from '../state';

/** A custom resource that was created. */
export interface CreatedResource {
  readonly logicalId: string;

  /** The construct path; absent if the app does not tell it. */
  readonly path?: string;

  /** The type, e.g. `Custom::LambdaDeployTimeInvocation`. */
  readonly type: string;

  /** The physical ID, which `Ref` yields. */
  readonly physicalId: string;

  /** The attributes, which `Fn::GetAtt` yields. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The service, as far as a deployment needs it. */
export interface Caller {
  newRequestId(): string;

  /** The time, in milliseconds since 1970. */
  now(): number;

  /**
   * Calls a function, and waits until nothing is left to happen.
   *
   * @returns the story of the call, for messages
   */
  call(fn: SimulatedFunction, request: CustomResourceRequest): Promise<{ toString(): string }>;
}

/**
 * Creates the custom resources of an app, as CloudFormation does.
 *
 * @throws Error if one of them fails, gets no answer or has an unknown property
 */
export async function createCustomResources(app: DeployedApp, types: readonly string[], caller: Caller): Promise<CreatedResource[]> {
  const chosen = [...app.topology.customResources.values()].filter(({ type }) => types.includes(type));
  withdrawConfigs(app, new Set(chosen.map(({ key }) => key)), caller.now());
  const address = await ResponseAddress.open();
  try {
    const created: CreatedResource[] = [];
    for (const node of creationOrder(app.topology, chosen)) {
      created.push(await create(app, node, address, caller));
    }
    return created;
  } finally {
    await address.close();
  }
}

async function create(app: DeployedApp, node: CustomResourceNode, address: ResponseAddress, caller: Caller): Promise<CreatedResource> {
  const { key, logicalId, type, path } = node;
  const fn = functionOf(app, node);
  const requestId = caller.newRequestId();
  const story = await caller.call(fn, {
    RequestType: 'Create',
    RequestId: requestId,
    ResponseURL: address.of(requestId),
    ResourceType: type,
    StackId: app.texts.stackId(key),
    LogicalResourceId: logicalId,
    ResourceProperties: Object.fromEntries([...node.properties].map(([name, tree]) => [name, sent(app, node, name, tree)])),
  });
  const { PhysicalResourceId: physicalId, Data: attributes = {} } = succeeded(node, address.answer(requestId), story);
  app.texts.answered(key, { ...attributes, Ref: physicalId });
  return { logicalId, path, type, physicalId, attributes };
}

function functionOf({ functions }: DeployedApp, node: CustomResourceNode): SimulatedFunction {
  const { serviceToken: target } = node;
  const fn = target.kind === 'function' ? functions.declared(target.resource ?? '') : undefined;
  if (fn) {
    return fn;
  }
  const got = target.kind === 'unknown' ? `unknown, because ${target.reason}` : rendered(arnOf(target));
  throw new Error(`\`ServiceToken\` of \`${nameOf(node)}\` must be a function of the app, got: ${got}. Leave out \`${node.type}\` with the option \`types\`.`);
}

/** The value of a property, as CloudFormation sends it. */
function sent(app: DeployedApp, node: CustomResourceNode, name: string, tree: Tree): unknown {
  switch (tree.kind) {
    case 'list': return tree.items.map((item, index) => sent(app, node, `${name}[${index}]`, item));
    case 'map': return Object.fromEntries([...tree.entries].map(([key, child]) => [key, sent(app, node, `${name}.${key}`, child)]));
    case 'unknown': throw new Error(`\`${name}\` of \`${nameOf(node)}\` is unknown: ${tree.reason}.`);
    default: return app.texts.of(tree);
  }
}

function succeeded(node: CustomResourceNode, answer: string | undefined, story: { toString(): string }): CustomResourceResponse {
  if (answer === undefined) {
    throw new Error(`\`${nameOf(node)}\` got no answer: CloudFormation would wait until it times out.\n${story}`);
  }
  const response = parsed(node, answer);
  if (response.Status !== 'SUCCESS') {
    throw new Error(`\`${nameOf(node)}\` failed: ${response.Reason ?? 'it gave no reason'}`);
  }
  return response;
}

function parsed(node: CustomResourceNode, answer: string): CustomResourceResponse {
  try {
    return JSON.parse(answer);
  } catch {
    throw new Error(`\`${nameOf(node)}\` got an answer that is not JSON.`);
  }
}

function nameOf({ path, key }: CustomResourceNode): string {
  return writtenPath(path) ?? key;
}
