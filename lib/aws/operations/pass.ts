import type { IConstruct } from 'constructs';
import { declaredIn, type Declared } from './declared';

/** One walk over an app, shared by all that ask once. */
interface Walk {
  readonly declared: Declared;
  readonly askers: Set<IConstruct>;
}

/**
 * Passes of constructors, of aspects that visit, of constructs that decide whether they are rendered, and of values that others read.
 *
 * They do not share a walk, because an app changes in between.
 */
const WALKS = {
  constructing: new WeakMap<IConstruct, Walk>(),
  visiting: new WeakMap<IConstruct, Walk>(),
  deciding: new WeakMap<IConstruct, Walk>(),
  reading: new WeakMap<IConstruct, Walk>(),
};

/**
 * What an app declares, for a construct that is made or rendered.
 *
 * CDK renders every construct once in each pass over the app. So a construct that asks again begins a new pass, and the app is walked
 * once for each pass instead of once for each alarm. What constructors see may lack what is declared between them.
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

/** Forgets what constructors have seen: the app is whole, and aspects may construct more. */
export function endOfConstruction({ node }: IConstruct): void {
  WALKS.constructing.delete(node.root);
}
