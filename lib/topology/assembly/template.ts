import { isObject, own, walk, type Gather } from './json-walk';
import { TopologyError } from '../topology-error';

/** A resource as the template has it. */
export interface RawResource {
  /** Unique in the app: the stack's id, a dot, and the logical id. */
  readonly key: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
  readonly condition: unknown;
  readonly dependsOn: readonly string[];

  /** The logical ids in its references, parameters included. */
  readonly mentions: readonly string[];
  readonly metadata: unknown;
}

/** The sections of a template, ordered by name, so that their order in the file does not change results. */
export interface Template {
  readonly resources: ReadonlyMap<string, RawResource>;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly mappings: ReadonlyMap<string, unknown>;

  /** Reasons why the template may declare more than it contains. */
  readonly macros: readonly string[];
}

/**
 * Parses a template.
 *
 * @param stack the id of its stack
 * @param where its name in messages, e.g. "template of stack `Orders` (Orders.template.json)"
 * @throws TopologyError if it is not a template
 */
export function parseTemplate(document: unknown, stack: string, where: string): Template {
  if (!isObject(document)) {
    throw new TopologyError(`The ${where} must be a JSON object, got: ${kindOf(document)}. Synthesize the app again.`);
  }
  for (const [name, content] of Object.entries(document)) {
    if (name !== 'Resources') {
      walk(content, `\`${name}\` of the ${where}`);
    }
  }
  const resources = new Map<string, RawResource>();
  const macros: string[] = [];
  if (own(document, 'Transform') !== undefined) {
    macros.push('the template has a `Transform`');
  }
  section(document, 'Resources', where, (logicalId, raw) => {
    if (logicalId.startsWith('Fn::')) {
      macros.push(`\`${logicalId}\` is expanded by CloudFormation`);
    } else {
      resources.set(logicalId, resource(logicalId, raw, stack, where));
    }
  });
  return {
    resources,
    parameters: entries(document, 'Parameters', where),
    outputs: entries(document, 'Outputs', where),
    conditions: entries(document, 'Conditions', where),
    mappings: entries(document, 'Mappings', where),
    macros,
  };
}

function entries(document: object, name: string, where: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  section(document, name, where, (key, value) => found.set(key, value));
  return found;
}

function section(document: object, name: string, where: string, add: (key: string, value: unknown) => void): void {
  const content = own(document, name) ?? {};
  if (!isObject(content)) {
    throw new TopologyError(`\`${name}\` of the ${where} must be an object, got: ${kindOf(content)}. Synthesize the app again.`);
  }
  for (const key of Object.keys(content).sort()) {
    add(key, content[key]);
  }
}

function resource(logicalId: string, raw: unknown, stack: string, where: string): RawResource {
  const type = own(raw, 'Type');
  if (!isObject(raw) || typeof type !== 'string') {
    throw new TopologyError(
      `\`${logicalId}\` in the ${where} must be an object with a \`Type\`, got: ${isObject(raw) ? `\`Type\` is ${kindOf(type)}` : kindOf(raw)}. Synthesize the app again.`,
    );
  }
  const { Properties: properties, Condition: condition, DependsOn: dependsOn = [], Metadata: metadata } = raw;
  return {
    key: `${stack}.${logicalId}`,
    logicalId,
    type,
    properties,
    condition,
    dependsOn: (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).filter(id => typeof id === 'string').sort(),
    mentions: mentions(raw, `\`${logicalId}\` in the ${where}`),
    metadata,
  };
}

/** The references to other resources, by intrinsic function. */
const MENTIONS: ReadonlyMap<string, Gather> = new Map<string, Gather>([
  ['Ref', (id, ids) => {
    if (typeof id === 'string') {
      ids.push(id);
    }
  }],
  ['Fn::GetAtt', (argument, ids) => {
    const id: unknown = Array.isArray(argument) ? argument[0] : argument;
    if (typeof id === 'string') {
      ids.push(id.split('.', 1)[0]);
    }
  }],
  ['Fn::Sub', (argument, ids) => {
    const text: unknown = Array.isArray(argument) ? argument[0] : argument;
    if (typeof text === 'string') {
      ids.push(...[...text.matchAll(/\$\{([^!}][^}.]*)/g)].map(match => match[1]));
    }
  }],
]);

function mentions(raw: unknown, where: string): string[] {
  const ids = walk(raw, where, MENTIONS);
  return ids.length > 1 ? [...new Set(ids)].sort() : ids;
}

/** A value in a message: only its kind, because its content may be secret or long. */
export function kindOf(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
