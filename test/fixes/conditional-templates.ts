import type { TemplateOf } from './together';

/** A condition that holds by the default of a parameter. */
export const CONDITIONS = { Parameters: { Env: { Type: 'String', Default: 'prod' } }, Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] }, No: { 'Fn::Equals': ['a', 'b'] } } };

/** What a value refers to in a deployment without production. */
function referred(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::If': choice } = value as Record<string, unknown[] | undefined>;
  const names = [...ref ? [String(ref)] : [], ...attribute ? [String(attribute[0])] : []];
  return choice ? referred(choice[2]) : [...names, ...Object.values(value).flatMap(referred)];
}

function needs(resource: unknown): string[] {
  const { Properties, DependsOn = [] } = resource as { readonly Properties?: unknown; readonly DependsOn?: string | string[] };
  return [...referred(Properties), ...[DependsOn].flat()];
}

/** The references to resources that a deployment without production lacks. */
export function dangling({ Resources }: TemplateOf): string[] {
  const isLeft = (id: string) => (Resources[id] as { readonly Condition?: string }).Condition === undefined;
  return Object.keys(Resources).filter(isLeft).flatMap(id => needs(Resources[id]).filter(other => other in Resources && !isLeft(other)).map(other => `${id} needs ${other}`));
}

/** Resources of which one exists in production only, with all that need it. */
export function conditional(resources: Record<string, unknown>, id: string): Record<string, unknown> {
  const rare = new Set([id]);
  for (const each of rare) {
    Object.keys(resources).filter(other => needs(resources[other]).includes(each)).forEach(other => rare.add(other));
  }
  return Object.fromEntries(Object.entries(resources).map(([name, value]) => [name, rare.has(name) ? { ...value as object, Condition: 'IsProd' } : value]));
}
