import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { destinationAt } from '../places';

/** Lets a rule take the records of the alias or version that sends them. */
export const patternOfQualifier: Fixer = ({ key, stack, property }, context) => {
  const { topology } = context;
  const { config, target, side } = destinationAt(context, key, property) ?? {};
  const from = config?.target;
  if (from?.kind !== 'function' || !target || target.kind === 'unknown') {
    return undefined;
  }
  const qualified = topology.qualifiedFunctions.get(from.key);
  const rule = topology.invocations.find(({ origin, eventPattern, from: bus }) => origin.stack === stack && bus && bus.kind !== 'unknown'
    && bus.kind === 'bus' && (bus.resource ?? bus.arn) !== undefined && eventPattern !== undefined && !('reason' in eventPattern)
    && eventPattern.resources?.length === 1 && eventPattern.detailType?.some(type => type.kind === 'literal' && type.value.toLowerCase().includes(side === 'onSuccess' ? 'success' : 'failure')));
  return rule && new Draft(context).set(rule.origin.key, 'EventPattern.resources', wrapped(context.arn(qualified?.declaredBy, stack))).fix('Take the records of the qualifier that sends them.');
};

function wrapped(arn: unknown): unknown[] | undefined {
  return arn === undefined ? undefined : [arn];
}
