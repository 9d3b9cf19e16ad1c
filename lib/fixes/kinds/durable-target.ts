import { propertyPath, type AliasNode, type VersionNode } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { destinationAt, functionAt } from '../places';
import { valueAt } from '../raw-values';

/** Sends the failures of a durable function to the dead-letter queue, and leaves out other records. */
export const deadLetterQueueInstead: Fixer = ({ key, property }, context) => {
  const { config, target, side } = destinationAt(context, key, property) ?? {};
  const fn = functionAt(context, key);
  const arn = valueAt(context.raw(key), propertyPath(property));
  if (!config || !target || !fn) {
    return undefined;
  }
  const draft = new Draft(context);
  const isKept = side === 'onFailure' && ['queue', 'topic'].includes(target.kind);
  if (isKept && fn.deadLetterQueue === undefined) {
    draft.set(fn.key, 'DeadLetterConfig.TargetArn', fn.stack === config.stack ? arn : undefined);
  }
  // A config without any setting would be refused.
  const isOnly = config.retryAttempts === undefined && config.maxEventAge === undefined && (side === 'onFailure' ? config.onSuccess : config.onFailure) === undefined;
  return (isOnly ? draft.removeResource(key) : draft.remove(key, property.replace(/\.Destination$/, '')))
    .fix(isKept ? 'Use a dead-letter queue instead.' : 'Leave the destination out.');
};

/** Invokes an alias or version of a durable function. */
export const qualifiedTarget: Fixer = ({ key, stack, property }, context) => {
  const { topology } = context;
  const to = topology.invocations.find(({ origin, property: target }) => origin.key === key && target === property)?.to;
  const fn = to && context.functionOf(to);
  if (!fn || fn.stack !== stack) {
    return undefined;
  }
  const isOfFunction = (node: AliasNode | VersionNode) => node.stack === stack && node.function.kind === 'function' && node.function.resource === fn.key;
  const existing = [...topology.aliases.values()].find(isOfFunction) ?? [...topology.versions.values()].find(isOfFunction);
  const draft = new Draft(context);
  const id = existing?.logicalId ?? context.newId(stack, `${context.baseName(fn.key)}Version`);
  if (!existing) {
    draft.add(stack, id, 'AWS::Lambda::Version', { FunctionName: { Ref: fn.logicalId } });
  }
  draft.set(key, property, { Ref: id });
  topology.permissions
    .filter(({ function: allowed, sourceArn }) => allowed.kind === 'function' && allowed.functionKey === fn.target.functionKey && !allowed.qualified
      && sourceArn?.kind === 'reference' && sourceArn.resource === key)
    .forEach(permission => draft.set(permission.key, 'FunctionName', { Ref: id }));
  return draft.fix(existing ? `Invoke \`${id}\`.` : 'Invoke a version.');
};
