import { destinationProperty, type AliasNode, type VersionNode } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { newVersion } from '../new-version';
import { destinationAt, functionAt } from '../places';
import { valueAt } from '../raw-values';
import { referencesIn } from '../references';

/** Sends the failures of a durable function to the dead-letter queue, and leaves out other records. */
export const deadLetterQueueInstead: Fixer = ({ key, property }, context) => {
  const { config, side } = destinationAt(context, key, property) ?? {};
  const fn = functionAt(context, key);
  if (!config || !side || !fn) {
    return undefined;
  }
  const draft = new Draft(context);
  const other = side === 'onFailure' ? 'onSuccess' : 'onFailure';
  const isOtherLeft = config[other] !== undefined && !context.isRemoved(key, destinationOf(destinationProperty(config, other)));
  // A config without any setting would be refused. With it, the failure destination goes, too.
  const isOnly = config.retryAttempts === undefined && config.maxEventAge === undefined && !isOtherLeft;
  const failures = side === 'onFailure' || isOnly ? config.onFailure : undefined;
  const isKept = failures !== undefined && ['queue', 'topic'].includes(failures.kind);
  if (isKept && fn.deadLetterQueue === undefined) {
    const arn = context.written(key, destinationProperty(config, 'onFailure'));
    draft.set(fn.key, 'DeadLetterConfig.TargetArn', fn.stack === config.stack ? arn : undefined);
  }
  return (isOnly ? draft.removeResource(key) : draft.remove(key, destinationOf(property)))
    .fix(isKept ? 'Use a dead-letter queue instead.' : 'Leave the destination out.');
};

/** The whole destination that a property with its ARN is in. */
function destinationOf(property: string): string {
  return property.replace(/\.Destination$/, '');
}

/** Invokes an alias or version of a durable function. */
export const qualifiedTarget: Fixer = ({ key, stack, property }, context) => {
  const { topology } = context;
  const { to, from } = topology.invocations.find(({ origin, property: target }) => origin.key === key && target === property) ?? {};
  const fn = to && context.functionOf(to);
  if (!fn || fn.stack !== stack) {
    return undefined;
  }
  const isOfFunction = (node: AliasNode | VersionNode) => node.stack === stack && node.function.kind === 'function' && node.function.resource === fn.key;
  const existing = [...topology.aliases.values()].find(isOfFunction) ?? [...topology.versions.values()].find(isOfFunction);
  const draft = new Draft(context);
  const id = existing?.logicalId ?? newVersion(draft, context, fn);
  draft.set(key, property, { Ref: id });
  topology.permissions
    .filter(({ function: allowed, sourceArn }) => allowed.kind === 'function' && allowed.functionKey === fn.target.functionKey && !allowed.qualified
      && sourceArn?.kind === 'reference' && sourceArn.resource === key)
    .forEach(permission => draft.set(permission.key, 'FunctionName', { Ref: id }));
  const added = context.added(stack, 'AWS::Lambda::Permission', properties => {
    const [source] = referencesIn(valueAt(properties, ['SourceArn']));
    const senders = [key, from && from.kind !== 'unknown' ? from.resource : undefined];
    return referencesIn(valueAt(properties, ['FunctionName'])).includes(fn.logicalId) && senders.includes(`${stack}.${source}`);
  });
  if (added !== undefined) {
    draft.set(added, 'FunctionName', { Ref: id });
  }
  return draft.fix(existing ? `Invoke \`${id}\`.` : 'Invoke a version.');
};
