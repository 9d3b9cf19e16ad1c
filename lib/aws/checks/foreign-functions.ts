import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { placeIn, placeOf } from './construct-path';
import { findings, type Finding } from '../../checks';
import { FOREIGN_FUNCTION } from '../../constraints/aws-lambda/event-invoke-config';
import type { EventInvokeConfig, Topology } from '../../topology';
import { isEventInvokeConfig } from '../config/event-invoke-config';
import { functionElsewhere, isElsewhere } from '../target/environment';

/**
 * Findings for configs of aws-cdk-lib whose function belongs to another account or Region.
 *
 * A template has only the name of the function, so the finding needs the construct tree. It is certain if every
 * function of that name in the app belongs to another account or Region.
 */
export function foreignFunctions(app: IConstruct, topology: Topology): Finding[] {
  if (topology.configs.every(config => refersWithinItsStack(topology, config))) {
    return [];
  }
  const constructs = app.node.findAll();
  const named = new Map<string, lambda.IFunction[]>();
  for (const fn of constructs.filter(isFunction)) {
    named.set(fn.functionName, [...named.get(fn.functionName) ?? [], fn]);
  }
  const foreign = constructs.filter(isEventInvokeConfig).flatMap(config => {
    const functions = config.node.scope instanceof lambda.EventInvokeConfig ? named.get(config.functionName) ?? [] : [];
    return functions.length > 0 && functions.every(fn => isElsewhere(fn.env, config.stack)) ? [{ config, fn: functions[0] }] : [];
  });
  const origins = new Map(topology.configs.map(config => [placeIn(topology.stacks.get(config.stack)?.file, config.logicalId), config]));
  return findings(topology, [{
    rule: FOREIGN_FUNCTION,
    severity: 'error',
    find: () => foreign.flatMap(({ config, fn }) => {
      const origin = origins.get(placeOf(config));
      return origin ? [{ origin, property: 'FunctionName', value: functionElsewhere(fn.env, config.stack) }] : [];
    }),
  }]);
}

/** Whether a config refers to a function of its own stack: such a function is in the same environment. */
function refersWithinItsStack({ functions }: Topology, { function: fn, stack }: EventInvokeConfig): boolean {
  return fn.kind === 'function' && fn.name.kind === 'reference' && functions.get(fn.name.resource)?.stack === stack;
}

function isFunction(construct: IConstruct): construct is lambda.IFunction {
  return 'functionName' in construct && 'functionArn' in construct && 'env' in construct;
}
