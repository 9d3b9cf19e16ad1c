import { Draft } from '../draft';
import type { Fixer } from '../fixer';

/** Removes a config. If earlier fixes of the run remove all others of its qualifier, it is the one that stays. */
export const removedConfig: Fixer = ({ key }, context) => {
  const qualified = [...context.topology.qualifiedFunctions.values()].find(({ configs }) => configs.some(config => config.key === key));
  const others = qualified?.configs.map(config => config.key).filter(each => each !== key) ?? [];
  const isLast = others.length > 0 && others.every(other => context.isRemoved(other));
  const draft = new Draft(context);
  (isLast ? others : [key]).forEach(each => draft.removeResource(each));
  return draft.fix(isLast ? 'Remove the other configs.' : 'Remove the config.');
};
