import { propertyPath } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

/** Grants on the function itself instead of `$LATEST`. */
export const permissionOnFunction: Fixer = ({ key, stack }, context) => {
  const permission = context.topology.permissions.find(each => each.key === key);
  const fn = permission && context.functionOf(permission.function);
  return fn && new Draft(context).set(key, 'FunctionName', context.arn(fn.key, stack)).fix('Grant on the function.');
};

/** Grants on what the sender invokes. */
export const permissionOnTarget: Fixer = ({ key, stack }, context) => {
  const { topology } = context;
  const permission = topology.permissions.find(each => each.key === key);
  const { sourceArn, function: allowed } = permission ?? {};
  const source = sourceArn?.kind === 'reference' ? sourceArn.resource : undefined;
  const invocation = topology.invocations.find(({ origin, from, to }) => to.kind === 'function' && allowed?.kind === 'function'
    && to.functionKey === allowed.functionKey && to.key !== allowed.key
    && source !== undefined && (origin.key === source || (from && from.kind !== 'unknown' && from.resource === source)));
  const written = invocation?.origin.stack === stack ? valueAt(context.raw(invocation.origin.key), propertyPath(invocation.property)) : undefined;
  return new Draft(context).set(key, 'FunctionName', written).fix('Grant on what is invoked.');
};
