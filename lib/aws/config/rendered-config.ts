import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import { guardUniqueTargets } from './unique-configs';
import { warnOfRegrets } from './warnings';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { bindDestination } from '../destinations/binding';
import { carryConditions } from '../target/carried-condition';
import type { InvocationTarget } from '../target/invocation-target';

/**
 * Renders the config of a target with every setting, and guards it against a second one.
 *
 * @param scope the construct of the config
 * @throws Error if Lambda would refuse a destination, or the role accepts no permissions
 */
export function renderConfig(scope: Construct, target: InvocationTarget, props: AsyncInvokeConfigOptions): lambda.CfnEventInvokeConfig {
  const destinations = bound(scope, target, props);
  const resource = new lambda.CfnEventInvokeConfig(scope, 'Resource', {
    functionName: target.functionName,
    qualifier: target.qualifier,
    maximumEventAgeInSeconds: props.maxEventAge?.toSeconds() ?? MAX_EVENT_AGE.default,
    maximumRetryAttempts: props.retryAttempts ?? RETRY_ATTEMPTS.default,
    destinationConfig: target.resource?.durableConfig ? undefined : {
      onFailure: { destination: destinations.Failure },
      onSuccess: { destination: destinations.Success },
    },
  });
  if (target.alias) {
    resource.node.addDependency(target.alias);
  }
  carryConditions(resource, { subjects: () => [target.resource, target.alias] });
  guardUniqueTargets(scope);
  warnOfRegrets({ target, resource, settings: resource, destinations, skipPermissions: props.skipPermissions });
  return resource;
}

function bound(scope: Construct, target: InvocationTarget, props: AsyncInvokeConfigOptions): Record<lambda.DestinationType, string> {
  const bind = (type: lambda.DestinationType, destination?: lambda.IDestination) =>
    destination === undefined ? '' : bindDestination({ scope, target, type, skipPermissions: props.skipPermissions ?? false }, destination);
  return {
    Failure: bind(lambda.DestinationType.FAILURE, props.onFailure),
    Success: bind(lambda.DestinationType.SUCCESS, props.onSuccess),
  };
}
