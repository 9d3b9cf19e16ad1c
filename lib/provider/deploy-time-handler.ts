import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { assetFolder } from './asset-folder';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { acknowledgeHandler, acknowledgeNetworkInterfaces } from './handler-findings';
import { warnOfIsolation } from './handler-network';
import { handlerPlatform } from './handler-platform';
import { admitHandlerOptions } from './handler-settings';
import { warnOfPolicySize } from './policy-size';
import { settingsKey, shortHash } from './settings-key';
import { HANDLER_TIMEOUT } from './time-budget';
import { SERVICE_TIMEOUT } from '../constraints/aws-lambda/custom-resource';

const DEFAULTS = { memorySize: 256, logRetention: logs.RetentionDays.ONE_MONTH, tracing: lambda.Tracing.DISABLED };

/** The actions that Lambda needs to attach a function to a VPC. Their resources do not exist before. */
const NETWORK_INTERFACES = [
  'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
];

/**
 * The function that runs the handler of our custom resources.
 *
 * Each custom resource has a policy of its own. With one policy for all, every resource would wait for all functions
 * that the policy names, and one of those may wait for the resource: a circle.
 */
export class DeployTimeHandler extends Construct {
  /** The handler with these settings in the stack of a construct. The first call creates it. */
  static of(scope: Construct, options: DeployTimeHandlerOptions = {}): DeployTimeHandler {
    admitHandlerOptions(scope, options);
    const stack = Stack.of(scope);
    const settings = chosen(options);
    const id = `DeployTimeHandler${Object.keys(settings).length === 0 ? '' : shortHash(settingsKey(stack, settings))}`;
    return (stack.node.tryFindChild(id) ?? new DeployTimeHandler(stack, id, options)) as DeployTimeHandler;
  }

  /** The ARN that CloudFormation calls. */
  readonly serviceToken: string;

  readonly role: iam.IRole;

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
      code: lambda.Code.fromAsset(assetFolder('handler')),
      handler: 'index.handler',
      timeout: Duration.seconds(HANDLER_TIMEOUT),
      // The handler answers a request that fails. A request that arrives after the stack has given up would change what was rolled back.
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

  /** The dependency of every custom resource, besides its permissions. */
  get ready(): IDependable {
    return this.function;
  }

  /**
   * Grants the permissions of one custom resource.
   *
   * The policy is named after the target. If the resource moves to another target, the old permission stays until
   * CloudFormation has cleaned up at the old one.
   *
   * @param scope the construct of the custom resource
   * @param target one text for all spellings of the target
   * @returns the dependency of the custom resource
   */
  allow(scope: Construct, target: string, statements: iam.PolicyStatement[]): iam.Policy {
    return this.policy(scope, `Permission${shortHash(target)}`, statements);
  }

  /**
   * Grants an action on the handler's own stack, once for all resources that need it: the policies of a role have little room.
   *
   * Each action has its own policy, which appears with the first resource that needs it and goes with the last.
   */
  allowOnOwnStack(action: string): IDependable {
    const id = `OwnStack${action.split(':')[1]}`;
    return this.node.tryFindChild(id) ?? this.policy(this, id, [
      new iam.PolicyStatement({ actions: [action], resources: [Stack.of(this).stackId] }),
    ]);
  }

  /**
   * Lets the handler invoke itself, to continue work that takes longer than one run.
   *
   * The role's default policy would close a circle, because the function waits for that policy.
   */
  continuing(): IDependable {
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
 * The settings that differ from the defaults.
 *
 * The default platform does not count as a setting: it changes with aws-cdk-lib, and the handler must keep its name,
 * because CloudFormation does not move a custom resource to another function.
 */
function chosen(options: DeployTimeHandlerOptions): { [K in keyof DeployTimeHandlerOptions]: NonNullable<DeployTimeHandlerOptions[K]> } {
  return Object.fromEntries(Object.entries(options)
    .filter(([name, value]) => value !== undefined && value !== DEFAULTS[name as keyof typeof DEFAULTS]));
}
