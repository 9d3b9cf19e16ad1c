import type { DocumentPath } from './assembly/located-document';

/** The way from a resource to a property, e.g. `Targets[0].Arn`. */
export function propertyPath(property: string): DocumentPath {
  return ['Properties', ...[...property.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))];
}
