import { pathOf, rendered, type QualifiedFunction, type Setting, type Target, type Text, type Topology, type Unknown } from '../topology';

/** A value, or the reason why it is unknown. */
export type Known<T> = T | { readonly unknown: string };

/** The name of a target for people, with its kind unless it is a function. */
export function nameOf(topology: Topology, target: Target | Unknown): string {
  if (target.kind === 'unknown') {
    return `unknown, because ${target.reason}`;
  }
  const name = target.resource ? pathOf(topology, target.resource) : rendered(target.name);
  if (target.kind !== 'function') {
    return target.kind === 'other' ? rendered(target.arn) : `${target.kind} ${name}`;
  }
  return target.qualified ? `${name}:${qualifierOf(topology, target.qualifier)}` : name;
}

/** The name of the function, without the qualifier. */
export function functionName(topology: Topology, { target }: QualifiedFunction): string {
  return nameOf(topology, { ...target, qualified: false });
}

/** A function with its qualifier, e.g. `Shop/Orders:live`. */
export function qualifiedName(topology: Topology, fn: QualifiedFunction): string {
  return `${functionName(topology, fn)}:${qualifierOf(topology, fn.target.qualifier)}`;
}

/** The qualifier, e.g. `$LATEST`, `live`, or the path of a version that gets its number at deploy. */
export function qualifierOf(topology: Topology, qualifier: Text): string {
  return qualifier.kind === 'reference' ? pathOf(topology, qualifier.resource) : rendered(qualifier);
}

/** The value of a setting, or the reason why it is unknown. */
export function settingOf<T>(setting: Setting<T>): Known<T> {
  return setting.kind === 'literal' ? setting.value : { unknown: setting.reason };
}
