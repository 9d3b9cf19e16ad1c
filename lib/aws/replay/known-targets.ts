import { ArnFormat, CfnResource, Stack, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { DeclaredSource } from './declared-source';
import type { ReplayTarget } from '../../contract/replay';
import { isEventInvokeConfig } from '../config/event-invoke-config';
import { isDurable, unqualified } from '../target/invocation-target';
import { referencedResource } from '../target/referenced-resource';
import { functionIdentity } from '../target/target-identity';
import { UNQUALIFIED_PARTS } from '../target/token-text';
import { unqualifiedArn } from '../target/unqualified-arn';

/** The functions that a user names, each once. */
export function namedTargets(scope: IConstruct, functions: readonly lambda.IFunction[]): ReplayTarget[] {
  return distinct(scope, functions.map(fn => target(unqualifiedArn(scope, unqualified(fn)), isDurable(fn))));
}

/**
 * The functions of the app whose failed events go straight to one of the sources: by the failure destination of a config, or as dead letters.
 *
 * Complete only when the app is whole.
 */
export function sendersTo(scope: IConstruct, sources: readonly DeclaredSource[]): ReplayTarget[] {
  const isSource = (arn: unknown) => typeof arn === 'string' && sources.some(source => isSameStore(source.arn, arn));
  const senders = scope.node.root.node.findAll().flatMap(construct => {
    if (isFunction(construct)) {
      return isSource(propertyOf(construct.deadLetterConfig, 'targetArn')) ? [ofResource(construct)] : [];
    }
    const isSender = isEventInvokeConfig(construct) && isSource(propertyOf(propertyOf(construct.destinationConfig, 'onFailure'), 'destination'));
    return isSender ? [configured(construct)] : [];
  });
  const declared = sources.flatMap(({ deadLettersOf }) => deadLettersOf ? [deadLettersOf] : []);
  return distinct(scope, [...senders, ...namedTargets(scope, declared)]);
}

function target(functionArn: string, durable: boolean): ReplayTarget {
  return durable ? { functionArn, durable } : { functionArn };
}

function ofResource(resource: lambda.CfnFunction): ReplayTarget {
  return target(resource.attrArn, resource.durableConfig !== undefined);
}

/** The function of a config, which may have its name or ARN. */
function configured(config: lambda.CfnEventInvokeConfig): ReplayTarget {
  const { functionName } = config;
  const resource = referencedResource(functionName);
  if (resource && isFunction(resource)) {
    return ofResource(resource);
  }
  const isArn = !Token.isUnresolved(functionName) && functionName.startsWith('arn:');
  return target(isArn ? functionName.split(':').slice(0, UNQUALIFIED_PARTS).join(':') : Stack.of(config).formatArn({
    service: 'lambda', resource: 'function', resourceName: functionName, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  }), false);
}

/** A function that is named twice may be known as durable only once. */
function distinct(scope: IConstruct, targets: readonly ReplayTarget[]): ReplayTarget[] {
  const byIdentity = new Map<string, ReplayTarget>();
  for (const one of targets) {
    const identity = functionIdentity(scope, one.functionArn);
    byIdentity.set(identity, { ...one, ...byIdentity.get(identity) });
  }
  return [...byIdentity.values()];
}

/** Whether two ARNs are those of one queue, topic or bucket: literally, or by reference to its resource. */
function isSameStore(one: string, other: string): boolean {
  const resource = referencedResource(one);
  return resource ? resource === referencedResource(other) : one === other;
}

function isFunction(construct: IConstruct): construct is lambda.CfnFunction {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::Lambda::Function';
}

/** A property of an L1's value; undefined if only the deployment knows it. */
function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Token.isUnresolved(value) ? (value as Record<string, unknown>)[name] : undefined;
}
