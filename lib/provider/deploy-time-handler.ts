import * as path from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { acknowledgeHandler, acknowledgeNetworkInterfaces } from './handler-findings';
import { warnOfIsolation } from './handler-network';
import { handlerPlatform } from './handler-platform';
import { admitHandlerOptions } from './handler-settings';
import { warnOfPolicySize } from './policy-size';
import { settingsKey, shortHash } from './settings-key';
import { HANDLER_TIMEOUT } from './time-budget';
import { SERVICE_TIMEOUT } from '../constraints/aws-lambda/custom-resource';

/** The same path from the sources and from what is compiled. */
const CODE = path.join(__dirname, '..', '..', 'assets', 'handler');

const DEFAULTS = { memorySize: 256, logRetention: logs.RetentionDays.ONE_MONTH, tracing: lambda.Tracing.DISABLED };

/** What Lambda needs to put a function into a VPC; it names no resource that exists before. */
const NETWORK_INTERFACES = [
  'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
];

/**
 * The function that runs the handler of our custom resources.
 *
 * What it may do is granted for each custom resource in a policy of its own. Were it one
 * policy for all, a resource would have to wait for functions that it knows nothing of,
 * and one of those may be waiting for the resource.
 */
export class DeployTimeHandler extends Construct {
  /** The handler with these settings in the stack of a construct, made when it is first asked for. */
  public static of(scope: Construct, options: DeployTimeHandlerOptions = {}): DeployTimeHandler {
    admitHandlerOptions(scope, options);
    const stack = Stack.of(scope);
    const settings = chosen(options);
    const id = `DeployTimeHandler${Object.keys(settings).length === 0 ? '' : shortHash(settingsKey(stack, settings))}`;
    return (stack.node.tryFindChild(id) ?? new DeployTimeHandler(stack, id, options)) as DeployTimeHandler;
  }

  /** What CloudFormation calls. */
  public readonly serviceToken: string;

  public readonly role: iam.IRole;

  private readonly function: lambda.Function;
  private readonly policies: iam.Policy[] = [];

  private constructor(scope: Construct, id: string, options: DeployTimeHandlerOptions) {
    super(scope, id);
    const { vpc, permissionsBoundary, logRetention, ...settings } = { ...handlerPlatform(this), ...DEFAULTS, ...chosen(options) };
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: 'What calls during a deployment may do',
      permissionsBoundary,
    });
    const logGroup = options.logGroup ?? new logs.LogGroup(this, 'Log', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
    logGroup.grantWrite(this.role);
    if (vpc) {
      this.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: NETWORK_INTERFACES, resources: ['*'] }));
    }
    this.function = new lambda.Function(this, 'Function', {
      ...settings,
      vpc,
      logGroup,
      role: this.role,
      description: 'Calls on behalf of the stack while it deploys',
      code: lambda.Code.fromAsset(CODE),
      handler: 'index.handler',
      timeout: Duration.seconds(HANDLER_TIMEOUT),
      // A request that fails is answered; one that comes later than the stack waits would act on what was rolled back.
      retryAttempts: 0,
      maxEventAge: Duration.seconds(SERVICE_TIMEOUT.max),
    });
    this.serviceToken = this.function.functionArn;
    warnOfPolicySize(this, () => [...this.policies, ...this.role.node.findAll().filter(child => child instanceof iam.Policy)]);
    acknowledgeHandler(this, { runtimeIsOurs: options.runtime === undefined, traced: options.tracing === lambda.Tracing.ACTIVE });
    if (vpc) {
      acknowledgeNetworkInterfaces(this.role);
      warnOfIsolation(this, vpc, options.vpcSubnets);
    }
  }

  /** For what a custom resource waits, besides its permissions. */
  public get ready(): IDependable {
    return this.function;
  }

  /**
   * Allows what one custom resource needs.
   *
   * The policy is named after what it is for: should the resource turn to another target,
   * the old permission stays until CloudFormation has cleaned up behind it.
   *
   * @param scope the construct of the custom resource
   * @param target one text for what the statements are about
   * @returns what the custom resource has to wait for
   */
  public allow(scope: Construct, target: string, statements: iam.PolicyStatement[]): iam.Policy {
    return this.policy(scope, `Permission${shortHash(target)}`, statements);
  }

  /**
   * Allows something with the stack that the handler works for, once for all resources that need it: the policies of a role have to be short.
   *
   * In one policy for each action: so it is made with the first resource that needs it, and goes after the last.
   */
  public allowOnOwnStack(action: string): IDependable {
    const id = `OwnStack${action.split(':')[1]}`;
    return this.node.tryFindChild(id) ?? this.policy(this, id, [
      new iam.PolicyStatement({ actions: [action], resources: [Stack.of(this).stackId] }),
    ]);
  }

  /**
   * Allows the handler to go on in another run when the time of one does not do.
   *
   * A policy of the role itself would be a circle: the function waits for that one.
   */
  public continuing(): IDependable {
    return this.node.tryFindChild('Continuation') ?? this.policy(this, 'Continuation', [
      new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.serviceToken] }),
    ]);
  }

  private policy(scope: Construct, id: string, statements: iam.PolicyStatement[]): iam.Policy {
    const policy = new iam.Policy(scope, id, { roles: [this.role], statements });
    this.policies.push(policy);
    return policy;
  }
}

/**
 * What somebody has chosen.
 *
 * The platform is no default here: it may change with aws-cdk-lib, and a handler has to keep its
 * name, since CloudFormation does not let a custom resource go to another one.
 */
function chosen(options: DeployTimeHandlerOptions): { [K in keyof DeployTimeHandlerOptions]: NonNullable<DeployTimeHandlerOptions[K]> } {
  return Object.fromEntries(Object.entries(options)
    .filter(([name, value]) => value !== undefined && value !== DEFAULTS[name as keyof typeof DEFAULTS]));
}
