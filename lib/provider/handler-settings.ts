import { Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { HANDLER_SWITCHED_OFF, TWO_LOG_SETTINGS } from '../constraints/aws-lambda/deploy-time';
import { MEMORY_SIZE, RESERVED_CONCURRENT_EXECUTIONS } from '../constraints/aws-lambda/function';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';
import { quoted, violation } from '../constraints/violation';

/**
 * Refuses settings with which no deployment would get an answer.
 *
 * @throws Error naming each of them
 */
export function admitHandlerOptions(scope: Construct, options: DeployTimeHandlerOptions): void {
  const { runtime, memorySize, reservedConcurrentExecutions: reserved, logGroup, logRetention } = options;
  const messages = [
    memorySize === undefined || Token.isUnresolved(memorySize) ? undefined : violation(MEMORY_SIZE, memorySize, 'handler.memorySize'),
    reserved === undefined || Token.isUnresolved(reserved)
      ? undefined
      : violation(RESERVED_CONCURRENT_EXECUTIONS, reserved, 'handler.reservedConcurrentExecutions'),
    reserved === 0 ? broken(HANDLER_SWITCHED_OFF, 'handler.reservedConcurrentExecutions', '0') : undefined,
    logGroup && logRetention !== undefined ? broken(TWO_LOG_SETTINGS, 'handler.logRetention', `${logRetention} beside ${logGroup.node.path}`) : undefined,
    runtime && !runtime.name.startsWith('nodejs') ? `\`handler.runtime\` must be of the Node.js family, got: ${quoted(runtime.name)}` : undefined,
  ].filter(message => message !== undefined);
  if (messages.length > 0) {
    throw invalid(scope, ...messages);
  }
}
