import { BootstraplessSynthesizer, Stack, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { knownViolation } from './known-violation';
import { HANDLER_SWITCHED_OFF, STACK_WITHOUT_ASSETS, TWO_LOG_SETTINGS } from '../constraints/aws-lambda/deploy-time';
import { MEMORY_SIZE, RESERVED_CONCURRENT_EXECUTIONS } from '../constraints/aws-lambda/function';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';
import { quoted } from '../constraints/violation';

/** The version of Node.js that the handler is bundled for. */
const NODE = 22;

/**
 * Refuses a handler that could not be deployed, or could not answer.
 *
 * @throws Error naming each of them
 */
export function admitHandlerOptions(scope: Construct, options: DeployTimeHandlerOptions): void {
  const { runtime, memorySize, reservedConcurrentExecutions: reserved, logGroup, logRetention } = options;
  const messages = [
    isWithoutAssets(Stack.of(scope)) ? broken(STACK_WITHOUT_ASSETS, 'synthesizer', 'BootstraplessSynthesizer') : undefined,
    knownViolation(MEMORY_SIZE, memorySize, 'provider.memorySize'),
    knownViolation(RESERVED_CONCURRENT_EXECUTIONS, reserved, 'provider.reservedConcurrentExecutions'),
    reserved === 0 ? broken(HANDLER_SWITCHED_OFF, 'provider.reservedConcurrentExecutions', '0') : undefined,
    logGroup && logRetention !== undefined ? broken(TWO_LOG_SETTINGS, 'provider.logRetention', `${logRetention} beside ${logGroup.node.path}`) : undefined,
    runtime && !isNewEnough(runtime) ? tooOldRuntime('provider.runtime', runtime) : undefined,
  ].filter(message => message !== undefined);
  if (messages.length > 0) {
    throw invalid(scope, ...messages);
  }
}

/** A nested stack puts its assets where its parent does. */
function isWithoutAssets({ synthesizer, nestedStackParent: parent }: Stack): boolean {
  return synthesizer instanceof BootstraplessSynthesizer || (parent !== undefined && isWithoutAssets(parent));
}

/** Whether a runtime runs what we bundle; one that only the deployment knows may. */
export function isNewEnough({ name }: lambda.Runtime): boolean {
  const [, version] = /^nodejs(\d+)\./.exec(name) ?? [];
  return Token.isUnresolved(name) || Number(version) >= NODE;
}

/** The message for a runtime that is too old. */
export function tooOldRuntime(property: string, { name }: lambda.Runtime): string {
  return `\`${property}\` must be nodejs${NODE}.x or newer, for which the handler is built, got: ${quoted(name)}`;
}
