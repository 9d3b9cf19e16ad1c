import { isObject, own, SizeCheck } from './json-walk';
import type { DocumentPath } from './located-document';
import { RawResource } from './raw-resource';
import type { SetParameters } from '../language-extensions/collections';
import { unrolled } from '../language-extensions/loops';
import { hiddenByTransforms } from '../language-extensions/transforms';
import { TopologyError } from '../topology-error';

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
  const sections = new SizeCheck(name => `\`${name}\` of the ${where}`);
  for (const [name, content] of Object.entries(written)) {
    if (name !== 'Resources') {
      sections.check(content, name);
    }
  }
  const { document, writtenAt, left } = unrolled(written, where, options.parameters);
  const resources = new Map<string, RawResource>();
  const macros = hiddenByTransforms(document);
  const nameOf = (logicalId: string) => `\`${logicalId}\` in the ${where}`;
  const size = new SizeCheck(nameOf);
  const section = (name: string) => sectionOf(document, name, where, refusal);
  const declared = section('Resources');
  const areSmall = size.fitTogether(declared);
  for (const logicalId of Object.keys(declared).sort()) {
    if (logicalId.startsWith('Fn::')) {
      macros.push(`\`${logicalId}\` is expanded by CloudFormation`);
      continue;
    }
    const raw = declared[logicalId];
    const at = writtenAt.get(logicalId);
    if (!isObject(raw) || typeof raw.Type !== 'string') {
      throw refusal(at ?? ['Resources', logicalId], untyped(raw, nameOf(logicalId)));
    }
    if (raw.Type.endsWith(MODULE)) {
      macros.push(`\`${logicalId}\` is a module, which CloudFormation expands`);
    }
    if (!areSmall) {
      size.check(raw, logicalId);
    }
    resources.set(logicalId, new RawResource(`${stack}.${logicalId}`, logicalId, raw.Type, raw, at));
  }
  return {
    resources,
    parameters: sorted(section('Parameters')),
    outputs: sorted(section('Outputs')),
    conditions: sorted(section('Conditions')),
    mappings: sorted(section('Mappings')),
    macros: [...macros, ...left.map(loop => `\`${loop}\` is expanded by CloudFormation`)],
  };
}

/** The end of the type of a module, which stands for resources that its registry has. */
const MODULE = '::MODULE';

/** The refusal of a template, with the place of what is wrong. */
type Refusal = (path: DocumentPath, sentence: string) => TopologyError;

function refusals({ remedy = 'Synthesize the app again.', placeOf = () => '' }: TemplateOptions): Refusal {
  return (path, sentence) => new TopologyError(`${placeOf(path)}${sentence} ${remedy}`);
}

function sectionOf(document: unknown, name: string, where: string, refusal: Refusal): Readonly<Record<string, unknown>> {
  const content = own(document, name) ?? {};
  if (!isObject(content)) {
    throw refusal([name], `\`${name}\` of the ${where} must be an object, got: ${kindOf(content)}.`);
  }
  return content;
}

function sorted(section: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.keys(section).sort().map(key => [key, section[key]]));
}

function untyped(raw: unknown, where: string): string {
  return `${where} must be an object with a \`Type\`, got: ${isObject(raw) ? `\`Type\` is ${kindOf(own(raw, 'Type'))}` : kindOf(raw)}.`;
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
