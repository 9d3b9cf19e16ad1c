import type { FixContext } from './fix-context';
import { named } from '../checks/names';
import { LATEST } from '../constraints/aws-lambda/identifiers';
import { known, type EventInvokeConfig, type FunctionNode, type QualifiedFunction, type Side, type Target, type Unknown } from '../topology';

/** The function of a config, or the function itself. */
export function functionAt(context: FixContext, key: string): FunctionNode | undefined {
  const config = context.topology.configs.find(each => each.key === key);
  return config ? context.functionOf(config.function) : context.topology.functions.get(key);
}

/** A destination of a config. */
export interface DestinationPlace {
  readonly config: EventInvokeConfig;
  readonly side: Side;
  readonly target: Target | Unknown;
}

/** The config, side and destination that a property names. */
export function destinationAt({ topology }: FixContext, key: string, property: string): DestinationPlace | undefined {
  const config = topology.configs.find(each => each.key === key);
  const side = /success/i.test(property) ? 'onSuccess' : 'onFailure';
  const target = config?.[side];
  return config && target && { config, side, target };
}

/** The destination of a config, or the dead-letter queue of a function. */
export function targetAt(context: FixContext, key: string, property: string): Target | undefined {
  const target = destinationAt(context, key, property)?.target ?? context.topology.functions.get(key)?.deadLetterQueue;
  return target && target.kind !== 'unknown' ? target : undefined;
}

/** The qualifier that `NoFailureDestination` found without a config. */
export function unconfigured(context: FixContext, key: string, value: string): { qualifier: unknown; named: string } | undefined {
  const found = [...context.topology.qualifiedFunctions.values()].find(({ target, configs }) => {
    const name = named(context.topology, { ...target, qualified: known(target.qualifier) !== LATEST });
    return target.resource === key && configs.length === 0 && value.startsWith(`nothing for ${name},`);
  });
  const stack = context.topology.resources.get(key)?.stack;
  const qualifier = found && stack && qualifierOf(context, found, stack);
  return qualifier ? { qualifier, named: found.declaredBy ?? key } : undefined;
}

/** The expression for a qualifier within a stack. */
export function qualifierOf({ topology }: FixContext, { target, declaredBy }: QualifiedFunction, stack: string): unknown {
  const literal = known(target.qualifier);
  if (literal !== undefined) {
    return literal;
  }
  const version = topology.versions.get(declaredBy ?? '');
  return version?.stack === stack ? { 'Fn::GetAtt': [version.logicalId, 'Version'] } : undefined;
}
