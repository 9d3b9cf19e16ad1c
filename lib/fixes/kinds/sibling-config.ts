import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { qualifierOf } from '../places';
import { valueAt } from '../raw-values';

/** Gives an alias or version the settings of another qualifier of its function. */
export const siblingConfig: Fixer = ({ key, stack }, context) => {
  const { topology } = context;
  const qualified = [...topology.qualifiedFunctions.values()].find(({ declaredBy, configs }) => declaredBy === key && configs.length === 0);
  const sibling = qualified && topology.configs.find(({ function: fn, type, stack: its, condition }) =>
    fn.kind === 'function' && fn.functionKey === qualified.target.functionKey && type === 'AWS::Lambda::EventInvokeConfig' && its === stack && condition === undefined);
  const properties = sibling && valueAt(context.raw(sibling.key), ['Properties']);
  const qualifier = qualified && qualifierOf(context, qualified, stack);
  if (typeof properties !== 'object' || properties === null || !sibling || qualifier === undefined) {
    return undefined;
  }
  const [waitsFor] = topology.resources.get(sibling.key)!.dependsOn.map(each => topology.resources.get(each)?.logicalId);
  return new Draft(context)
    .add(stack, context.newId(stack, `${context.baseName(key)}AsyncConfig`), sibling.type, { ...properties, Qualifier: qualifier }, waitsFor)
    .fix('Give it a config of its own.');
};
