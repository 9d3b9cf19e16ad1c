import type { Mixin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { DeclaredApp } from './declared-app';

/** A visit of a part of an app. */
interface Visit {
  /** The construct with which it began. */
  readonly first: IConstruct;

  /** The constructs that each mixin has visited. */
  readonly visited: Map<Mixin, Set<IConstruct>>;
  declared?: DeclaredApp;
}

/** The visits of each app, which all mixins share: what one of them adds, the others see. */
const VISITS = new WeakMap<IConstruct, Visit>();

/**
 * Notes that a mixin visits a construct.
 *
 * Reading the whole app for each function would take the square of the time, and what was read becomes stale when the app grows.
 * aws-cdk-lib visits a scope and then, once each, what is within it. So a mixin begins a new visit with a construct outside of the first scope,
 * with one that it has visited, and with any other than the first one if it has not visited that.
 */
export function visit(mixin: Mixin, construct: IConstruct): void {
  const { scopes } = construct.node;
  const current = VISITS.get(scopes[0]);
  const visited = current?.visited.get(mixin);
  if (current && visited && scopes.includes(current.first) && !visited.has(construct)) {
    visited.add(construct);
  } else if (current && construct === current.first && !visited) {
    current.visited.set(mixin, new Set([construct]));
    current.declared = undefined;
  } else {
    VISITS.set(scopes[0], { first: construct, visited: new Map([[mixin, new Set([construct])]]) });
  }
}

/** What the app of a construct declared when the visit began, and what mixins added since. */
export function declaredAround(construct: IConstruct): DeclaredApp {
  const { root } = construct.node;
  const found: Visit = VISITS.get(root) ?? { first: construct, visited: new Map() };
  VISITS.set(root, found);
  if (!found.declared?.has(construct)) {
    found.declared = new DeclaredApp(root);
  }
  return found.declared;
}
