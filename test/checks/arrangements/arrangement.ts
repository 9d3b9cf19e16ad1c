import type { NamedTemplate } from '../../../lib/topology';

/** The parts of a template that arrangements change. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** Another way to write the same app: the same resources, policies and values. */
export type Arrangement = (template: Template) => NamedTemplate[];

/** The environment of all stacks. */
export const ENVIRONMENT = 'aws://123456789012/eu-west-1';

export function named(name: string, template: object): NamedTemplate {
  return { name, template, environment: ENVIRONMENT };
}

/** Replaces values at any depth, the outermost first. */
export function replaced(value: unknown, replace: (value: Readonly<Record<string, unknown>>) => unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(item => replaced(item, replace));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const other = replace(value as Record<string, unknown>);
  return other === undefined ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, replace)])) : other;
}

/** A reference to a resource: its logical id, and the attribute; absent for `Ref`. */
export function referenceIn(value: Readonly<Record<string, unknown>>): { id: string; attribute?: string } | undefined {
  if (typeof value.Ref === 'string' && !value.Ref.startsWith('AWS::')) {
    return { id: value.Ref };
  }
  const [id, attribute] = Array.isArray(value['Fn::GetAtt']) ? value['Fn::GetAtt'] as string[] : [];
  return id === undefined ? undefined : { id, attribute };
}

/** The logical ids that a resource refers to. */
export function references(resource: unknown): string[] {
  const ids: string[] = [];
  replaced(resource, value => {
    const found = referenceIn(value);
    if (found) {
      ids.push(found.id);
    }
    return undefined;
  });
  return ids;
}
