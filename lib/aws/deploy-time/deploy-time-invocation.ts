import { Aspects, Lazy, Resource, Stack, Token, type IResolvable, type Reference } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { DeployTimeEvent } from './deploy-time-event';
import type { DeployTimeInvocationProps } from './deploy-time-invocation-props';
import { currentVersionOf, handlerTrigger } from './handler-trigger';
import { invocationViolations } from './invocation-admission';
import { comeAfter, comeBefore } from './invocation-order';
import { InvocationOutcome } from './invocation-outcome';
import { callTimeout } from './invocation-timeout';
import { InvocationType } from './invocation-type';
import { clientContextText, payloads } from './payload';
import { isSecretName } from './secret-name';
import { deployTimeTarget, permissions } from './target';
import { SECRET_IN_PAYLOAD, SECRET_IN_PROPERTY } from '../../constraints/aws-cloudformation/dynamic-reference';
import { KEPT_SECRET_READABLE, NOT_INVOKED_ON_CREATE, NOTHING_TO_READ, UNKNOWN_PATH } from '../../constraints/aws-lambda/deploy-time';
import { INVOKE_ASYNC_DEPRECATED } from '../../constraints/aws-lambda/invoke';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import { INVOCATION_ATTRIBUTE, type DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';
import { DeployTimeResource } from '../../provider/deploy-time-resource';
import { inKeyOrder } from '../../provider/key-order';
import { warn } from '../../provider/warning';
import { unqualified, type InvocationTarget } from '../target/invocation-target';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

/** Name of our own trigger, unlikely to collide with those of users. */
const DEPLOYMENT_TRIGGER = '@deployment';

/** The transform with which `Fn::GetAtt` takes expressions. */
const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';

/**
 * Invokes a function, alias or version while the stack deploys.
 *
 * If the invocation fails, the deployment fails, with the error of the function, its request id, its log group and the
 * end of its log. Payloads and responses are not logged.
 *
 * The handler gets `lambda:InvokeFunction` on exactly the function, alias or version. With an `assumedRole`, that role
 * needs the permission, and the handler gets `sts:AssumeRole`. With `awaitOutcome`, the permission is for the alias that
 * the construct creates, with `lambda:GetFunctionEventInvokeConfig` on the alias and its function.
 *
 * @throws Error if Lambda would refuse or ignore a property, or the deployment could not wait that long
 */
export class DeployTimeInvocation extends Resource implements iam.IGrantable {
  /** Role of the handler. An assumed role must trust it; a resource policy of the function may allow it. */
  readonly grantPrincipal: iam.IPrincipal;

  private readonly resource: DeployTimeResource;
  private readonly needed: IConstruct[];
  private readonly read = new Set<string>();
  private readonly invokeOn: DeployTimeEvent[];
  private readonly isAnswered: boolean;

  constructor(scope: Construct, id: string, props: DeployTimeInvocationProps) {
    super(scope, id);
    const type = props.invocationType ?? (props.useInvokeAsync ? InvocationType.EVENT : InvocationType.REQUEST_RESPONSE);
    const onHandlerChange = props.executeOnHandlerChange ?? true;
    const invoked = onHandlerChange ? currentVersionOf(props.function) : props.function;
    const asked = deployTimeTarget(this, invoked, props);
    const violations = invocationViolations({ props, type, called: invoked, target: asked });
    if (violations.length > 0) {
      throw invalid(this, ...violations);
    }
    const callTime = callTimeout(this, type, asked, props.timeout);
    const outcome = props.awaitOutcome ? new InvocationOutcome(this, 'Outcome', invoked, props) : undefined;
    refuseVersionOfOtherStack(this, invoked.functionArn);
    const called = outcome?.alias ?? invoked;
    const target = outcome ? deployTimeTarget(this, called, props) : asked;
    this.invokeOn = props.invokeOn ?? [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE];
    this.isAnswered = type === InvocationType.REQUEST_RESPONSE || outcome !== undefined;

    const { payload, payloadOnCreate, payloadOnUpdate, payloadOnDelete, clientContext } = props;
    const { lifecycleKey, triggers, tenantId, durableExecutionName } = props;
    const allTriggers = {
      ...triggers,
      ...onHandlerChange ? handlerTrigger(this, called) : {},
      ...props.executeOnEveryDeployment ? { [DEPLOYMENT_TRIGGER]: new Date().toISOString() } : {},
    };
    const properties: Lazily<DeployTimeInvocationProperties> = {
      ...target.properties,
      InvocationType: props.useInvokeAsync ? 'InvokeAsync' : type,
      Payloads: payloads(this, { ...props, invocationType: type, invokeAsync: props.useInvokeAsync ?? false, invokeOn: this.invokeOn }),
      LifecycleKey: lifecycleKey,
      ClientContext: clientContextText(this, clientContext),
      TenantId: tenantId,
      DurableExecutionName: durableExecutionName,
      Triggers: Lazy.uncachedAny({ produce: context => inKeyOrder(context.resolve(allTriggers)) }),
      SkipOnRollback: Lazy.string({ produce: () => String(this.skipsRollback(props)) }),
      InvocationTimeout: String(outcome?.longest ?? callTime),
      Outcome: outcome && { QueueUrl: outcome.queue.queueUrl },
      LogGroupName: Lazy.string({ produce: () => logGroupOf(target) }),
      Attributes: Lazy.list({ produce: () => [...this.read].sort() }, { omitEmpty: true }),
      NoEcho: props.noEcho ? 'true' : undefined,
      KeepAttributes: Lazy.string({ produce: () => this.read.size > 0 && this.keepsResponse ? 'true' : undefined }),
    };
    this.resource = new DeployTimeResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE.invocation,
      properties,
      written: [
        { rule: SECRET_IN_PAYLOAD, values: { payload, payloadOnCreate, payloadOnUpdate, payloadOnDelete, clientContext } },
        { rule: SECRET_IN_PROPERTY, values: { ...target.written, lifecycleKey, triggers, tenantId, durableExecutionName } },
      ],
      target: target.identity,
      statements: [
        ...permissions(props, new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.arn] }), ...outcome ? [outcome.readConfig()] : []),
        ...outcome ? [outcome.takeRecords()] : [],
      ],
      workTime: outcome?.workTime ?? callTime,
      provider: props.provider,
    });
    this.grantPrincipal = this.resource.handler.role;
    if (outcome) {
      this.resource.node.addDependency(outcome);
    }
    this.node.addValidation({ validate: () => this.pathViolations() });
    Aspects.of(this).add({ visit: node => this.allowToSeeRollbacks(node, props) });
    this.needed = [this, called, unqualified(called)];
    if (props.useInvokeAsync) {
      warn(this.resource, INVOKE_ASYNC_DEPRECATED, 'useInvokeAsync', 'true');
    }
    this.executeAfter(...props.executeAfter ?? []);
    this.executeBefore(...props.executeBefore ?? []);
  }

  /**
   * Makes the invocation wait for constructs.
   *
   * @throws Error if one of them waits for the invocation
   */
  executeAfter(...scopes: Construct[]): void {
    comeAfter(this, this.resource, scopes);
  }

  /**
   * Makes constructs wait for the invocation. If the invocation fails, CloudFormation does not change them.
   *
   * @throws Error if one of them contains a construct that the invocation needs or waits for
   */
  executeBefore(...scopes: Construct[]): void {
    comeBefore(this, this.resource, this.needed, scopes);
  }

  /**
   * The response of the function, or a part of it: a text unchanged, any other value as JSON.
   *
   * Only the parts that you read pass through CloudFormation, at most 4,096 bytes in all.
   *
   * @param path keys and indices with dots between them, for example `rows.0.id`; the whole response if you omit it
   * @throws Error if the deployment does not wait for the function, or does not invoke it on create
   */
  getResponse(path?: string): string {
    return Token.asString(this.getResponseReference(path));
  }

  /**
   * A number in the response of the function.
   *
   * @param path keys and indices with dots between them; the whole response if you omit it
   * @throws Error if the deployment does not wait for the function, or does not invoke it on create
   */
  getResponseAsNumber(path?: string): number {
    return Token.asNumber(this.getResponseReference(path));
  }

  /**
   * The response, or a part of it, as a reference, for properties that take neither text nor number.
   *
   * @param path keys and indices with dots between them; the whole response if you omit it
   * @throws Error if the deployment does not wait for the function, or does not invoke it on create
   */
  getResponseReference(path?: string): Reference {
    if (path !== undefined && !Token.isUnresolved(path) && path.split('.').includes('')) {
      throw invalid(this, `\`path\` must be keys and indices with one dot between them, got: ${quoted(path)}`);
    }
    return this.answered(['response', path].filter(part => part).join(' '), [INVOCATION_ATTRIBUTE.response, path].filter(part => part).join('.'));
  }

  /**
   * Version that the invocation ran.
   *
   * @throws Error if the deployment does not wait for the function, or does not invoke it on create
   */
  get executedVersion(): string {
    return Token.asString(this.answered('executedVersion', INVOCATION_ATTRIBUTE.executedVersion));
  }

  /**
   * Status code of Lambda's answer: 200, 202 for an event, 204 for a dry run.
   *
   * @throws Error if the function is not invoked on create
   */
  get statusCode(): number {
    return Token.asNumber(this.attribute('statusCode', INVOCATION_ATTRIBUTE.statusCode));
  }

  /**
   * Request id of the invocation, as in the log of the function.
   *
   * @throws Error if the function is not invoked on create
   */
  get requestId(): string {
    return Token.asString(this.attribute('requestId', INVOCATION_ATTRIBUTE.requestId));
  }

  /**
   * ARN of the execution of a durable function; empty for other functions.
   *
   * @throws Error if the function is not invoked on create
   */
  get durableExecutionArn(): string {
    return Token.asString(this.attribute('durableExecutionArn', INVOCATION_ATTRIBUTE.durableExecutionArn));
  }

  private answered(property: string, attribute: string): Reference {
    if (!this.isAnswered) {
      throw invalid(this, broken(NOTHING_TO_READ, property, 'an invocation that the deployment does not wait for'));
    }
    return this.attribute(property, attribute);
  }

  private attribute(property: string, name: string): Reference {
    if (!this.invokeOn.includes(DeployTimeEvent.CREATE)) {
      throw invalid(this, broken(NOT_INVOKED_ON_CREATE, property, `one for ${this.invokeOn.join(', ')}`));
    }
    if (!this.read.has(name) && this.keepsResponse && !Token.isUnresolved(name) && isSecretName(name)) {
      warn(this.resource, KEPT_SECRET_READABLE, 'path', quoted(name.slice(INVOCATION_ATTRIBUTE.response.length + 1)));
    }
    this.read.add(name);
    return this.resource.getAtt(name);
  }

  /** Whether the physical id keeps what the app reads, because an update does not invoke the function. */
  private get keepsResponse(): boolean {
    return !this.invokeOn.includes(DeployTimeEvent.UPDATE);
  }

  /** A lazy path may be a literal text when the app is complete. */
  private pathViolations(): string[] {
    const stack = Stack.of(this);
    const takesExpressions = stack.templateOptions.transforms?.includes(LANGUAGE_EXTENSIONS);
    return takesExpressions || [...this.read].every(name => typeof stack.resolve(name) === 'string') ? [] : [broken(UNKNOWN_PATH, 'path', 'a token')];
  }

  private skipsRollback({ skipOnRollback }: DeployTimeInvocationProps): boolean {
    return skipOnRollback ?? this.read.size === 0;
  }

  /** Grants only if needed: whether the app reads the response is known when the app is complete. */
  private allowToSeeRollbacks(node: IConstruct, props: DeployTimeInvocationProps): void {
    if (node === this && this.skipsRollback(props)) {
      this.resource.allowOnOwnStack('cloudformation:DescribeStacks');
    }
  }
}

/** Some values are known only when the app is complete. */
type Lazily<T> = { readonly [K in keyof T]: T[K] | string | IResolvable };

/** The log group of a function that the app makes; undefined for others, which the handler looks up. */
function logGroupOf({ resource, function: fn }: InvocationTarget): string | undefined {
  const config = resource?.loggingConfig;
  const own = config && 'logGroup' in config ? config.logGroup : undefined;
  return own ?? (resource && !Token.isUnresolved(config) ? `/aws/lambda/${fn.functionName}` : undefined);
}
