import { isObject, own, walk, type Gather } from './json-walk';
import type { DocumentPath } from './located-document';
import type { SetParameters } from '../language-extensions/collections';
import { unrolled } from '../language-extensions/loops';
import { hiddenByTransforms } from '../language-extensions/transforms';
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

  /** The way to it in its file, if that is not its logical id in `Resources`. */
  readonly writtenAt?: DocumentPath;
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

/** What the reader of a template knows about it. */
export interface TemplateOptions {
  /** What to do about a template that is not one. The default is to synthesize again. */
  readonly remedy?: string;

  /** The place of a value for the beginning of a message, e.g. "orders.yaml:3:5: ". */
  readonly placeOf?: (path: DocumentPath) => string;

  /** The values of parameters that the caller or the parent of the stack sets. */
  readonly parameters?: SetParameters;
}

/**
 * Parses a template.
 *
 * @param stack the id of its stack
 * @param where its name in messages, e.g. "template of stack `Orders` (Orders.template.json)"
 * @throws TopologyError if it is not a template
 */
export function parseTemplate(written: unknown, stack: string, where: string, options: TemplateOptions = {}): Template {
  const refusal = refusals(options);
  if (!isObject(written)) {
    throw refusal([], `The ${where} must be a JSON object, got: ${kindOf(written)}.`);
  }
  for (const [name, content] of Object.entries(written)) {
    if (name !== 'Resources') {
      walk(content, `\`${name}\` of the ${where}`);
    }
  }
  const { document, writtenAt, left } = unrolled(written, where, options.parameters);
  const resources = new Map<string, RawResource>();
  const macros = hiddenByTransforms(document);
  const section = (name: string) => sectionOf(document, name, where, refusal);
  for (const [logicalId, raw] of section('Resources')) {
    if (logicalId.startsWith('Fn::')) {
      macros.push(`\`${logicalId}\` is expanded by CloudFormation`);
    } else {
      resources.set(logicalId, resource(logicalId, raw, { stack, where, refusal, writtenAt: writtenAt.get(logicalId) }));
    }
  }
  return {
    resources,
    parameters: new Map(section('Parameters')),
    outputs: new Map(section('Outputs')),
    conditions: new Map(section('Conditions')),
    mappings: new Map(section('Mappings')),
    macros: [...macros, ...left.map(loop => `\`${loop}\` is expanded by CloudFormation`)],
  };
}

/** The refusal of a template, with the place of what is wrong. */
type Refusal = (path: DocumentPath, sentence: string) => TopologyError;

function refusals({ remedy = 'Synthesize the app again.', placeOf = () => '' }: TemplateOptions): Refusal {
  return (path, sentence) => new TopologyError(`${placeOf(path)}${sentence} ${remedy}`);
}

function sectionOf(document: unknown, name: string, where: string, refusal: Refusal): Array<[key: string, value: unknown]> {
  const content = own(document, name) ?? {};
  if (!isObject(content)) {
    throw refusal([name], `\`${name}\` of the ${where} must be an object, got: ${kindOf(content)}.`);
  }
  return Object.keys(content).sort().map(key => [key, content[key]]);
}

interface ResourcePlace {
  readonly stack: string;
  readonly where: string;
  readonly refusal: Refusal;
  readonly writtenAt?: DocumentPath;
}

function resource(logicalId: string, raw: unknown, { stack, where, refusal, writtenAt }: ResourcePlace): RawResource {
  if (!isObject(raw) || typeof raw.Type !== 'string') {
    throw refusal(writtenAt ?? ['Resources', logicalId], untyped(raw, `\`${logicalId}\` in the ${where}`));
  }
  return {
    key: `${stack}.${logicalId}`,
    logicalId,
    type: raw.Type,
    properties: raw.Properties,
    condition: raw.Condition,
    dependsOn: raw.DependsOn === undefined ? [] : textsIn(raw.DependsOn),
    mentions: mentions(raw, `\`${logicalId}\` in the ${where}`),
    metadata: raw.Metadata,
    writtenAt,
  };
}

function untyped(raw: unknown, where: string): string {
  return `${where} must be an object with a \`Type\`, got: ${isObject(raw) ? `\`Type\` is ${kindOf(own(raw, 'Type'))}` : kindOf(raw)}.`;
}

function textsIn(dependsOn: unknown): string[] {
  return (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).filter(id => typeof id === 'string').sort();
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
      for (const [, id] of text.matchAll(/\$\{([^!}][^}.]*)/g)) {
        ids.push(id);
      }
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
