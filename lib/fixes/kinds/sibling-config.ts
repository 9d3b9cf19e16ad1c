import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { qualifierOf } from '../places';
import { valueAt } from '../raw-values';

/** Gives an alias or version the settings of another qualifier of its function. */
export const siblingConfig: Fixer = ({ key, stack }, context) => {
  const { topology } = context;
  const qualified = [...topology.qualifiedFunctions.values()].find(({ declaredBy, configs }) => declaredBy === key && configs.length === 0);
  // A config in which something is found is no model.
  const sibling = qualified && topology.configs.find(({ key: other, function: fn, type, stack: its, condition }) =>
    !context.isFound(other) && fn.kind === 'function' && fn.functionKey === qualified.target.functionKey && type === 'AWS::Lambda::EventInvokeConfig' && its === stack && condition === undefined);
  const properties = sibling && valueAt(context.raw(sibling.key), ['Properties']);
  const qualifier = qualified && qualifierOf(context, qualified, stack);
  if (typeof properties !== 'object' || properties === null || !sibling || qualifier === undefined) {
    return undefined;
  }
  const [waitsFor] = topology.resources.get(sibling.key)!.dependsOn.map(each => topology.resources.get(each)?.logicalId);
  const draft = new Draft(context);
  draft.add({ id: `${context.baseName(key)}AsyncConfig`, type: sibling.type, properties: { ...properties, Qualifier: qualifier }, for: key, waitsFor });
  return draft.fix('Give it a config of its own.');
};
