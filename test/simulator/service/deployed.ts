import {
  SimulatedFunction, SimulatedFunctions, SimulatedStores, type InvocationRequest, type InvocationResult, type MessagingServices, type Service,
} from '../../../lib/simulator/state';

/** The environment of everything. */
export const PLACE = { partition: 'aws', account: '111111111111', region: 'us-east-1' };

/** The time, which stands still. */
export const NOW = Date.parse('2026-09-14T15:00:00.250Z');

/** The parts of a deployment. */
export interface Deployment {
  readonly functions: Readonly<Record<string, DeployedFunction>>;

  /** ARNs. */
  readonly stores?: readonly string[];

  /** The actions that every role has; the default is all. */
  readonly allowed?: readonly string[];

  /** How functions run. */
  readonly run?: (request: InvocationRequest) => InvocationResult;
  readonly messaging?: MessagingServices;
}

export interface DeployedFunction {
  readonly versions?: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
  readonly pending?: boolean;
  readonly durable?: boolean;
  readonly tenantIsolated?: boolean;
}

/** A control plane without a pipeline. It keeps events as they come. */
export class DeployedService implements Service {
  readonly functions = new SimulatedFunctions();
  readonly stores = new SimulatedStores();
  readonly accepted: InvocationRequest[] = [];
  private ids = 0;

  constructor(private readonly deployment: Deployment) {
    for (const [name, properties] of Object.entries(deployment.functions)) {
      this.functions.add(functionOf(name, properties));
    }
    for (const arn of deployment.stores ?? []) {
      this.stores.add(storeOf(arn));
    }
  }

  get messaging(): MessagingServices | undefined {
    return this.deployment.messaging;
  }

  now(): number {
    return NOW;
  }

  newRequestId(): string {
    this.ids += 1;
    return `00000000-0000-4000-8000-${`${this.ids}`.padStart(12, '0')}`;
  }

  missingActions(_: SimulatedFunction, destinationArn: string): readonly string[] {
    const { allowed } = this.deployment;
    const service = destinationArn.split(':')[2];
    return allowed ? ['sqs:SendMessage', 'sns:Publish', 'events:PutEvents', 'lambda:InvokeFunction', 's3:ListBucket', 's3:PutObject']
      .filter(action => action.startsWith(`${service}:`) && !allowed.includes(action)) : [];
  }

  accept(request: InvocationRequest): string {
    this.accepted.push(request);
    return this.newRequestId();
  }

  async run(request: InvocationRequest): Promise<InvocationResult> {
    const { run = echo } = this.deployment;
    return run(request);
  }
}

/** The answer of a function that returns its event. */
export function echo({ payload = '{}', qualifier = '$LATEST', function: fn }: InvocationRequest): InvocationResult {
  const executedVersion = fn.aliases.get(qualifier)?.version ?? qualifier;
  return { requestId: '00000000-0000-4000-9000-000000000000', executedVersion, payload, log: 'END\n' };
}

/** The ARN of a function of the deployment. */
export function arnOf(name: string): string {
  return `arn:aws:lambda:${PLACE.region}:${PLACE.account}:function:${name}`;
}

function functionOf(name: string, deployed: DeployedFunction): SimulatedFunction {
  const { versions = [], aliases = {}, pending, durable = false, tenantIsolated = false } = deployed;
  const fn = new SimulatedFunction({
    ...PLACE,
    key: name,
    logicalId: name,
    name,
    timeout: 3,
    memorySize: 128,
    role: `arn:aws:iam::${PLACE.account}:role/${name}`,
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    recursiveLoop: 'Terminate',
    durable,
    tenantIsolated,
  });
  for (const version of versions) {
    fn.versions.add(version);
  }
  for (const [alias, version] of Object.entries(aliases)) {
    fn.aliases.set(alias, { version });
  }
  if (pending) {
    fn.state = 'Pending';
  }
  return fn;
}

function storeOf(arn: string): Parameters<SimulatedStores['add']>[0] {
  const [, , service, region, account, name] = arn.split(':');
  const kind = ({ sqs: 'queue', sns: 'topic', events: 'bus', s3: 'bucket' } as const)[service as 'sqs'];
  return { kind, arn, name, region, account, fifo: name.endsWith('.fifo'), maximumMessageSize: 1048576 };
}
