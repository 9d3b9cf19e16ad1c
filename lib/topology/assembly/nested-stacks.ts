import type { AssemblyFiles } from './assembly-file';
import { isObject, own } from './json-walk';
import type { RawResource } from './raw-resource';
import type { Stack } from './stack';
import { parseTemplate } from './template';
import { dirname, join } from '../../doors/files';
import { TopologyError } from '../topology-error';

/** Yields the stack that a resource nests; a reason if its template is not there. */
export type NestedStackOf = (parent: Stack, resource: RawResource) => Stack | string;

/** An account has 2,000 stacks by default; far more come from a template that nests itself. */
const MOST_STACKS = 10_000;

/** The stacks and all their nested stacks. */
export function withNested(stacks: readonly Stack[], nestedStackOf: NestedStackOf = (_, { logicalId }) => withoutTemplate(logicalId)): Stack[] {
  const all = [...stacks];
  const ids = new Set<string>();
  for (const stack of all) {
    if (ids.has(stack.id)) {
      throw new TopologyError(`Two stacks are called \`${stack.id}\`. Give each its own name.`);
    }
    ids.add(stack.id);
    for (const resource of stack.template.resources.values()) {
      if (resource.type !== 'AWS::CloudFormation::Stack') {
        continue;
      }
      const nested = nestedStackOf(stack, resource);
      stack.nested.set(resource.logicalId, nested);
      if (typeof nested === 'string') {
        continue;
      }
      all.push(nested);
      if (all.length > MOST_STACKS) {
        throw new TopologyError(`The app must have at most ${MOST_STACKS} stacks, but nested stacks multiply in \`${stack.displayName}\`. Synthesize the app again.`);
      }
    }
  }
  return all;
}

/**
 * The nested stacks of an assembly.
 *
 * @param assets files by hash
 */
export function nestedTemplates(files: AssemblyFiles, assets: ReadonlyMap<string, string>): NestedStackOf {
  return (parent, resource) => {
    const file = fileOf(parent, resource, assets);
    return file === undefined || !files.has(file)
      ? withoutTemplate(resource.logicalId)
      : nestedIn(parent, resource, file, (where, passed) =>
        parseTemplate(files.json(file, where), resource.key, `template of ${where} (${file})`, { parameters: passed }));
  };
}

/**
 * The stack that a resource nests, with the template of a file.
 *
 * @param parsed yields the template, with the parameters that the parent passes
 */
export function nestedIn(
  parent: Stack, resource: RawResource, file: string, parsed: (where: string, passed: ReadonlyMap<string, unknown>) => Stack['template'],
): Stack {
  const where = `nested stack \`${resource.logicalId}\` of stack \`${parent.displayName}\``;
  for (let outer: Stack | undefined = parent; outer; outer = outer.parent?.stack) {
    if (outer.file === file) {
      throw new TopologyError(`The ${where} must not contain itself, but its template is ${file} again. Synthesize the app again.`);
    }
  }
  const passed = own(resource.properties, 'Parameters');
  const template = parsed(where, new Map(isObject(passed) ? Object.entries(passed) : []));
  return {
    id: resource.key,
    displayName: `${parent.displayName}/${resource.logicalId}`,
    assembly: parent.assembly,
    file,
    environment: parent.environment,
    template,
    parent: { stack: parent, resource },
    nested: new Map(),
    paths: parent.paths?.nestedAs(resource.logicalId),
  };
}

function withoutTemplate(logicalId: string): string {
  return `the template of nested stack \`${logicalId}\` is not in the assembly`;
}

/** The file from the metadata, else from the hash in the URL. */
function fileOf(parent: Stack, { metadata, properties }: RawResource, assets: ReadonlyMap<string, string>): string | undefined {
  const path = own(metadata, 'aws:asset:path');
  if (typeof path === 'string') {
    return join(dirname(parent.file ?? ''), path);
  }
  const url = own(properties, 'TemplateURL');
  const join_ = own(url, 'Fn::Join');
  const parts: unknown = isObject(url) ? own(url, 'Fn::Sub') ?? (Array.isArray(join_) ? join_[1] : undefined) : url;
  const last = Array.isArray(parts) ? parts.at(-1) : parts;
  const hash = typeof last === 'string' ? /([0-9a-f]{64})\.json$/.exec(last)?.[1] : undefined;
  return hash === undefined ? undefined : assets.get(hash);
}
