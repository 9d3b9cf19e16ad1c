import { isObject, own, walk } from './json-walk';
import { TopologyError } from '../topology-error';

/** A resource as a template writes it. */
export interface RawResource {
  /** Unique in the app: the stack's id, a dot, and the logical id. */
  readonly key: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
  readonly condition: unknown;
  readonly dependsOn: readonly string[];

  /** Logical ids that it mentions, parameters included. */
  readonly mentions: readonly string[];
  readonly metadata: unknown;
}

/** The sections of a template, ordered by name so that no order of writing changes a result. */
export interface Template {
  readonly resources: ReadonlyMap<string, RawResource>;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly mappings: ReadonlyMap<string, unknown>;

  /** Why the template may declare more than is written in it. */
  readonly macros: readonly string[];
}

/**
 * Takes a template apart.
 *
 * @param stack the id of its stack
 * @param where what messages call it, e.g. "template of stack `Orders` (Orders.template.json)"
 * @throws TopologyError when it has not the shape of a template
 */
export function parseTemplate(document: unknown, stack: string, where: string): Template {
  if (!isObject(document)) {
    throw new TopologyError(`The ${where} must be a JSON object, got: ${kindOf(document)}. Synthesize the app again.`);
  }
  for (const [name, content] of Object.entries(document)) {
    if (name !== 'Resources') walk(content, `\`${name}\` of the ${where}`);
  }
  const resources = new Map<string, RawResource>();
  const macros: string[] = [];
  if (own(document, 'Transform') !== undefined) macros.push('the template has a `Transform`');
  for (const [logicalId, raw] of section(document, 'Resources', where)) {
    if (logicalId.startsWith('Fn::')) {
      macros.push(`\`${logicalId}\` is expanded by CloudFormation`);
    } else {
      resources.set(logicalId, resource(logicalId, raw, stack, where));
    }
  }
  return {
    resources,
    parameters: section(document, 'Parameters', where),
    outputs: section(document, 'Outputs', where),
    conditions: section(document, 'Conditions', where),
    mappings: section(document, 'Mappings', where),
    macros,
  };
}

function section(document: object, name: string, where: string): Map<string, unknown> {
  const content = own(document, name) ?? {};
  if (!isObject(content)) {
    throw new TopologyError(`\`${name}\` of the ${where} must be an object, got: ${kindOf(content)}. Synthesize the app again.`);
  }
  const entries = new Map<string, unknown>();
  for (const key of Object.keys(content).sort()) entries.set(key, content[key]);
  return entries;
}

function resource(logicalId: string, raw: unknown, stack: string, where: string): RawResource {
  const type = own(raw, 'Type');
  if (typeof type !== 'string') {
    throw new TopologyError(
      `\`${logicalId}\` in the ${where} must be an object with a \`Type\`, got: ${isObject(raw) ? `\`Type\` is ${kindOf(type)}` : kindOf(raw)}. Synthesize the app again.`,
    );
  }
  const dependsOn = own(raw, 'DependsOn');
  return {
    key: `${stack}.${logicalId}`,
    logicalId,
    type,
    properties: own(raw, 'Properties'),
    condition: own(raw, 'Condition'),
    dependsOn: dependsOn === undefined ? [] : (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).filter(id => typeof id === 'string').sort(),
    mentions: mentions(raw, `\`${logicalId}\` in the ${where}`),
    metadata: own(raw, 'Metadata'),
  };
}

function mentions(raw: unknown, where: string): string[] {
  const ids: string[] = [];
  walk(raw, where, (name, value) => {
    if (name !== 'Ref' && name !== 'Fn::GetAtt' && name !== 'Fn::Sub') return;
    const first = Array.isArray(value) ? value[0] : value;
    if (typeof first !== 'string') return;
    if (name === 'Ref') ids.push(first);
    if (name === 'Fn::GetAtt') ids.push(first.split('.', 1)[0]);
    if (name === 'Fn::Sub') ids.push(...[...first.matchAll(/\$\{([^!}][^}.]*)/g)].map(match => match[1]));
  });
  return ids.length > 1 ? [...new Set(ids)].sort() : ids;
}

/** A value in a message: its kind only, for its content may be anything. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
