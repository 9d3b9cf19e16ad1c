import type { IConstruct } from 'constructs';
import { declaredIn, type Declared } from './declared';

/** One walk over an app, shared by all that ask once. */
interface Walk {
  readonly declared: Declared;
  readonly askers: Set<IConstruct>;
}

/**
 * Passes of aspects that visit, then of constructs that decide whether they are rendered, and of values that others read.
 *
 * They do not share a walk, because an app may change in between.
 */
const WALKS = { visiting: new WeakMap<IConstruct, Walk>(), deciding: new WeakMap<IConstruct, Walk>(), reading: new WeakMap<IConstruct, Walk>() };

/**
 * What an app declares, for a construct that is being rendered.
 *
 * CDK renders every construct once in each pass over the app. So a construct that asks again begins a new pass, and the app is walked
 * once for each pass instead of once for each alarm.
 */
export function declaredInPass(asker: IConstruct, kind: keyof typeof WALKS): Declared {
  const { root } = asker.node;
  let walk = WALKS[kind].get(root);
  if (!walk || walk.askers.has(asker)) {
    walk = { declared: declaredIn(root), askers: new Set() };
    WALKS[kind].set(root, walk);
  }
  walk.askers.add(asker);
  return walk.declared;
}
