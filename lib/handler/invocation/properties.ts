import { SERVICE_TIMEOUT } from '../../constraints/aws-lambda/custom-resource';
import { normalizedTarget, parseFunctionReference } from '../../constraints/aws-lambda/function-reference';
import { CLIENT_CONTEXT, CLIENT_CONTEXT_OF_EVENT, DURABLE_EXECUTION_NAME, TENANT_ID } from '../../constraints/aws-lambda/invoke';
import { broken } from '../../constraints/rule';
import { quoted, violation } from '../../constraints/violation';
import { INVOCATION_ATTRIBUTE, type DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';
import type { LambdaTarget } from '../../contract/lambda-target';
import { functionAndQualifier, lambdaTarget } from '../lambda/target';
import { optionalViolation, refuse } from '../property-values';

const SECOND = 1000;

/** The properties of an invocation, as far as they do not depend on the request. */
export interface Invocation {
  readonly target: LambdaTarget;

  /** Function of the target, without a qualifier. */
  readonly functionName: string;

  /** Absent if the target has none: a permission for a function does not include its `$LATEST`. */
  readonly qualifier?: string;
  readonly type: DeployTimeInvocationProperties['InvocationType'];

  /** Client context in base64. */
  readonly clientContext?: string;
  readonly tenantId?: string;
  readonly durableExecutionName?: string;

  /** In milliseconds. */
  readonly timeout: number;

  /** Queue for the outcome of an event; absent if the handler does not wait. */
  readonly queueUrl?: string;
  readonly logGroupName?: string;
  readonly attributes: readonly string[];
  readonly keepAttributes: boolean;

  /** Whether CloudFormation masks the attributes. */
  readonly noEcho: boolean;
  readonly skipOnRollback: boolean;
}

const TYPES: readonly Invocation['type'][] = ['RequestResponse', 'Event', 'DryRun', 'InvokeAsync'];
const FLAGS = ['true', 'false'];
const ATTRIBUTES: readonly string[] = Object.values(INVOCATION_ATTRIBUTE);

/**
 * Reads the properties, and checks them as the construct does: some values are known only now.
 *
 * @throws Error that names the malformed property
 */
export function readInvocation(properties: DeployTimeInvocationProperties): Invocation {
  const { LifecycleKey, LogGroupName, NoEcho = 'false' } = properties;
  const { InvocationType: type, ClientContext, TenantId, DurableExecutionName, InvocationTimeout, Outcome, Payloads, Attributes = [] } = properties;
  demand(TYPES.includes(type), 'invocationType', `be one of ${TYPES.join(', ')}`, type);
  demand(Object.values(Payloads ?? { payload: undefined }).every(payload => typeof payload === 'string'), 'Payloads', 'be a map of texts', Payloads);
  demand(Array.isArray(Attributes), 'Attributes', 'be a list', Attributes);
  Attributes.forEach(attribute => demand(isAttribute(attribute), 'Attributes', `have only ${ATTRIBUTES.join(', ')}, and paths after ${ATTRIBUTES[0]}`, attribute));
  Object.entries({ ClientContext, LifecycleKey, LogGroupName }).forEach(([name, value]) =>
    demand(value === undefined || typeof value === 'string', name, 'be a text', value));
  demand(Outcome === undefined || typeof Outcome.QueueUrl === 'string', 'Outcome.QueueUrl', 'be a text', Outcome?.QueueUrl);
  refuse(
    violation(SERVICE_TIMEOUT, Number(InvocationTimeout), 'timeout'),
    optionalViolation(TENANT_ID, TenantId),
    optionalViolation(DURABLE_EXECUTION_NAME, DurableExecutionName),
  );
  demand(NoEcho !== 'true' || properties.KeepAttributes !== 'true', 'NoEcho', 'be false with KeepAttributes, which keeps the values in a readable physical id', NoEcho);
  const target = lambdaTarget({ ...properties });
  const reference = parseFunctionReference(target.FunctionName);
  return {
    target,
    functionName: functionAndQualifier(target).FunctionName,
    qualifier: target.Qualifier ?? reference.qualifier,
    type,
    clientContext: ClientContext === undefined ? undefined : encoded(ClientContext, type),
    tenantId: TenantId,
    durableExecutionName: DurableExecutionName,
    timeout: Number(InvocationTimeout) * SECOND,
    queueUrl: Outcome?.QueueUrl,
    logGroupName: LogGroupName,
    attributes: Attributes,
    keepAttributes: flag('KeepAttributes', properties.KeepAttributes ?? 'false'),
    noEcho: flag('NoEcho', NoEcho),
    skipOnRollback: flag('SkipOnRollback', properties.SkipOnRollback),
  };
}

function isAttribute(attribute: unknown): boolean {
  return typeof attribute === 'string' && (ATTRIBUTES.includes(attribute) || attribute.startsWith(`${INVOCATION_ATTRIBUTE.response}.`));
}

/** The target as messages name it. */
export function nameOf({ target: { FunctionName, Qualifier } }: Invocation): string {
  return normalizedTarget(parseFunctionReference(FunctionName), Qualifier);
}

function encoded(clientContext: string, type: Invocation['type']): string {
  if (type !== 'RequestResponse' && type !== 'DryRun') {
    throw new Error(broken(CLIENT_CONTEXT_OF_EVENT, CLIENT_CONTEXT.property, 'one'));
  }
  const base64 = Buffer.from(clientContext).toString('base64');
  refuse(violation(CLIENT_CONTEXT, base64));
  return base64;
}

function flag(property: string, value: string): boolean {
  demand(FLAGS.includes(value), property, `be one of ${FLAGS.join(', ')}`, value);
  return value === 'true';
}

function demand(holds: boolean, property: string, rule: string, got: unknown): void {
  refuse(holds ? undefined : `\`${property}\` must ${rule}, got: ${quoted(got)}`);
}
