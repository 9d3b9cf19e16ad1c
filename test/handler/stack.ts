import { pointSdkTo } from './loopback/environment';
import { lambdaError } from './loopback/lambda-answers';
import { ScriptedServer, type Answer, type ReceivedRequest, type Script } from './loopback/scripted-server';
import { TestClock } from './test-clock';
import type { CustomResourceRequest, CustomResourceResponse } from '../../lib/contract/custom-resource';
import { LambdaClients } from '../../lib/handler/lambda/clients';
import { handling } from '../../lib/handler/protocol/handling';
import type { Resource } from '../../lib/handler/resource';

export const STACK_ID = 'arn:aws:cloudformation:us-east-1:123456789012:stack/Shop/51af3dc0-da77-11e4-872e-1234567db123';
const HANDLER_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:handler';
const FIFTEEN_MINUTES = 15 * 60 * 1000;

/**
 * A stack with one custom resource, whose requests go through the whole handler.
 *
 * The servers are real and so is the SDK; only time is not.
 */
export class Stack {
  static async start(resourceType: string, resource: Resource<any>): Promise<Stack> {
    const [cloudFormation, lambda] = await Promise.all([ScriptedServer.start(() => ({})), ScriptedServer.start()]);
    return new Stack(cloudFormation, lambda, resourceType, resource);
  }

  readonly clock = new TestClock();
  readonly lines: string[] = [];

  /** How long one run of the handler may take, in milliseconds. */
  runTime = FIFTEEN_MINUTES;

  /** How many of the next calls of the handler to itself Lambda throttles. */
  throttled = 0;

  /** What the handler sent itself, as text. */
  readonly continuations: string[] = [];
  readonly handle: (event: unknown) => Promise<void>;
  private readonly restore: () => void;
  private physicalId?: string;
  private requests = 0;

  private constructor(
    readonly cloudFormation: ScriptedServer,
    readonly lambda: ScriptedServer,
    private readonly resourceType: string,
    resource: Resource<any>,
  ) {
    this.restore = pointSdkTo({ LAMBDA: lambda.url });
    const handle = handling({
      resources: { [resourceType]: resource },
      clock: this.clock,
      clients: () => new LambdaClients().of,
      write: line => this.lines.push(line),
    });
    this.handle = event => handle(event, { invokedFunctionArn: HANDLER_ARN, getRemainingTimeInMillis: () => this.runTime });
  }

  /** What Lambda answers to everything but the handler's calls of itself. */
  script(script: Script): void {
    const list = typeof script === 'function' ? undefined : [...script];
    const answer = list ? () => list.shift() ?? { status: 501 } : script as (request: ReceivedRequest) => Answer | Promise<Answer>;
    this.lambda.script(request => {
      if (!request.path.includes(HANDLER_ARN)) {
        return answer(request);
      }
      if (this.throttled > 0) {
        this.throttled -= 1;
        return lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.');
      }
      this.continuations.push(request.body);
      return { status: 202 };
    });
  }

  /** The requests of the handler but those to itself. */
  get calls(): ReceivedRequest[] {
    return this.lambda.requests.filter(({ path }) => !path.includes(HANDLER_ARN));
  }

  /** What CloudFormation was told so far. */
  get answers(): CustomResourceResponse[] {
    return this.cloudFormation.requests.map(({ body }) => JSON.parse(body));
  }

  /** The steps in the log. */
  get steps(): string[] {
    return this.lines.map(line => JSON.parse(line).step);
  }

  create(properties: object): Promise<CustomResourceResponse> {
    return this.deploy(this.request('Create', properties));
  }

  update(properties: object, old: object): Promise<CustomResourceResponse> {
    return this.deploy(this.request('Update', properties, { OldResourceProperties: old as Record<string, unknown> }));
  }

  delete(properties: object): Promise<CustomResourceResponse> {
    return this.deploy(this.request('Delete', properties));
  }

  /** What CloudFormation would send next. */
  request(type: CustomResourceRequest['RequestType'], properties: object, more: Partial<CustomResourceRequest> = {}): CustomResourceRequest {
    this.requests += 1;
    return {
      RequestType: type,
      RequestId: `request-${this.requests}`,
      ResponseURL: `${this.cloudFormation.url}/answer-${this.requests}?signature=top-secret-url`,
      ResourceType: this.resourceType,
      StackId: STACK_ID,
      LogicalResourceId: 'Resource',
      ...type !== 'Create' && { PhysicalResourceId: this.physicalId },
      ResourceProperties: properties as Record<string, unknown>,
      ...more,
    };
  }

  /** Sends a request, lets the handler continue as often as it wants to, and returns the one answer. */
  async deploy(request: CustomResourceRequest): Promise<CustomResourceResponse> {
    const before = this.answers.length;
    await this.handle(request);
    for (let next = this.continuations.shift(); next !== undefined; next = this.continuations.shift()) {
      await this.handle(JSON.parse(next));
    }
    const answers = this.answers.slice(before);
    if (answers.length !== 1) {
      throw new Error(`CloudFormation got ${answers.length} answers.`);
    }
    this.physicalId = answers[0].PhysicalResourceId;
    return answers[0];
  }

  async stop(): Promise<void> {
    this.restore();
    await Promise.all([this.cloudFormation.stop(), this.lambda.stop()]);
  }
}
