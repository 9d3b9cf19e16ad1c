import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { DeployTimeEvent } from './deploy-time-event';
import type { DeployTimeInvocationProps } from './deploy-time-invocation-props';
import { InvocationType } from './invocation-type';
import { isUnqualified, type DeployTimeTarget } from './target';
import { FUNCTION_SWITCHED_OFF, KEPT_RESPONSE_READABLE, NOT_INVOKED_ON_UPDATE, OUTCOME_OF_CALL, SETTING_OF_OUTCOME } from '../../constraints/aws-lambda/deploy-time';
import { DURABLE_FUNCTION_UNQUALIFIED, TENANT_ID_MISSING } from '../../constraints/aws-lambda/function';
import { CLIENT_CONTEXT_OF_EVENT, DURABLE_EXECUTION_NAME, INVOCATION_TYPE, INVOKE_ASYNC_OPTION, TENANT_ID } from '../../constraints/aws-lambda/invoke';
import { broken } from '../../constraints/rule';
import { knownViolation } from '../../provider/known-violation';

/** An invocation with its type and target. */
export interface Invocation {
  readonly props: DeployTimeInvocationProps;
  readonly type: InvocationType;
  readonly called: lambda.IFunction;
  readonly target: DeployTimeTarget;
}

/** The messages for all properties of an invocation that Lambda would refuse or ignore. */
export function invocationViolations({ props, type, called, target }: Invocation): string[] {
  const resource = target.resource;
  return [
    knownViolation(INVOCATION_TYPE, type),
    knownViolation(TENANT_ID, props.tenantId),
    knownViolation(DURABLE_EXECUTION_NAME, props.durableExecutionName),
    resource?.durableConfig && isUnqualified(called, target)
      ? broken(DURABLE_FUNCTION_UNQUALIFIED, 'function', called.node.path)
      : undefined,
    resource?.tenancyConfig && props.tenantId === undefined
      ? broken(TENANT_ID_MISSING, 'tenantId', `none for ${called.node.path}`)
      : undefined,
    resource?.reservedConcurrentExecutions === 0 && type !== InvocationType.DRY_RUN && !props.useInvokeAsync
      ? broken(FUNCTION_SWITCHED_OFF, 'function', `${resource.node.scope!.node.path}, which has 0`)
      : undefined,
    ...(['triggers', 'executeOnEveryDeployment'] as const).map(setting => props[setting] && props.invokeOn?.includes(DeployTimeEvent.UPDATE) === false
      ? broken(NOT_INVOKED_ON_UPDATE, setting, `one for ${props.invokeOn.join(', ')}`)
      : undefined),
    props.noEcho && props.invokeOn?.includes(DeployTimeEvent.UPDATE) === false
      ? broken(KEPT_RESPONSE_READABLE, 'noEcho', `true for ${props.invokeOn.join(', ')}`)
      : undefined,
    props.clientContext !== undefined && type === InvocationType.EVENT
      ? broken(CLIENT_CONTEXT_OF_EVENT, 'clientContext', `one for ${type}`)
      : undefined,
    props.awaitOutcome && (type !== InvocationType.EVENT || props.useInvokeAsync)
      ? broken(OUTCOME_OF_CALL, 'awaitOutcome', `true for ${props.useInvokeAsync ? 'InvokeAsync' : type}`)
      : undefined,
    ...(['retryAttempts', 'maxEventAge'] as const).map(setting => props[setting] !== undefined && !props.awaitOutcome
      ? broken(SETTING_OF_OUTCOME, setting, 'one without `awaitOutcome`')
      : undefined),
    ...(['tenantId', 'durableExecutionName'] as const).map(option => props[option] !== undefined && props.useInvokeAsync
      ? broken(INVOKE_ASYNC_OPTION, option, 'one with `useInvokeAsync`')
      : undefined),
    props.useInvokeAsync && props.invocationType !== undefined && props.invocationType !== InvocationType.EVENT
      ? broken(INVOKE_ASYNC_OPTION, 'invocationType', type)
      : undefined,
  ].filter(message => message !== undefined);
}
