import type { IConstruct } from 'constructs';
import { DeclaredApp } from './declared-app';

/** A visit of a part of an app. */
interface Visit {
  /** The construct with which it began. */
  readonly first: IConstruct;
  declared?: DeclaredApp;
}

/** The visits of each app, which all mixins share: what one of them adds, the others see. */
const VISITS = new WeakMap<IConstruct, Visit>();

/**
 * Notes that a mixin visits a construct.
 *
 * Reading the whole app for each function would take the square of the time, and what was read becomes stale when the app grows.
 * aws-cdk-lib visits a scope and then what is within it, so a construct outside of the first scope begins a new visit.
 */
export function visit(construct: IConstruct): void {
  const { scopes } = construct.node;
  const first = VISITS.get(scopes[0])?.first;
  if (first === undefined || construct === first || !scopes.includes(first)) {
    VISITS.set(scopes[0], { first: construct });
  }
}

/** What the app of a construct declared when the visit began, and what mixins added since. */
export function declaredAround(construct: IConstruct): DeclaredApp {
  const { root } = construct.node;
  const found = VISITS.get(root) ?? { first: construct };
  VISITS.set(root, found);
  return found.declared ??= new DeclaredApp(root);
}
