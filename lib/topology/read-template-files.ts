import { dirname, join, normalize } from '../doors/files';
import { indexed } from './assembly/app';
import { isObject, own } from './assembly/json-walk';
import type { DocumentPath, LocatedDocument } from './assembly/located-document';
import { nestedIn, withNested } from './assembly/nested-stacks';
import { environmentOf, type ResourcePaths, type Stack } from './assembly/stack';
import { kindOf, parseTemplate, type Template } from './assembly/template';
import type { GivenValues } from './given-values';
import { topologyOf } from './read-topology';
import type { Topology } from './topology';
import { TopologyError } from './topology-error';

/** A template that a user passes. */
export interface TemplateFile {
  /** The file as the user names it, e.g. `infra/orders.yaml`. */
  readonly file: string;
  readonly document: LocatedDocument;
}

/**
 * Reads templates as one app: each is a stack, or a nested stack if the `TemplateURL` of another one is its path.
 *
 * @param given what the caller knows about the deployment
 * @throws TopologyError if one of them is not a template
 */
export function readTemplateFiles(files: readonly TemplateFile[], given: GivenValues = {}): Topology {
  const byPath = new Map(files.map(each => [normalize(each.file), each]));
  const nested = new Set(files.flatMap(each => urls(each).map(url => pathFrom(each.file, url))));
  const roots = files.filter(({ file }) => !nested.has(normalize(file)));
  // Templates that nest each other in a circle have no root; each is then refused.
  const outermost = roots.length > 0 ? roots : files;
  const stacks = outermost.map(each => stackOf(each, outermost.length > 1 ? `${each.file}/` : '', given));
  return topologyOf(indexed(withNested(stacks, (parent, resource) => {
    const url = own(resource.properties, 'TemplateURL');
    const path = isLocal(url) ? pathFrom(parent.file!, url) : undefined;
    const found = byPath.get(path ?? '');
    return found
      ? nestedIn(parent, resource, found.file, (_, passed) => parsed(found, resource.key, passed))
      : `the template of nested stack \`${resource.logicalId}\` is not passed${path === undefined ? '' : `: \`${path}\``}`;
  })));
}

function stackOf(template: TemplateFile, prefix: string, given: GivenValues): Stack {
  const { file } = template;
  const content = parsed(template, file, given.parameters);
  return {
    id: file,
    displayName: file,
    assembly: '',
    file,
    environment: environmentOf(file, undefined, given),
    template: content,
    nested: new Map(),
    paths: pathsBelow(prefix),
    given: given.parameters,
  };
}

function parsed({ file, document: { value, positionOf } }: TemplateFile, id: string, parameters: ReadonlyMap<string, unknown> | undefined): Template {
  if (!isObject(value) || !isObject(value.Resources)) {
    throw new TopologyError(
      `\`${file}\` must be a CloudFormation template, with an object \`Resources\`, got: ${isObject(value) ? `\`Resources\` is ${kindOf(value.Resources)}` : kindOf(value ?? undefined)}. ` +
      'Pass a template, or the directory that `cdk synth` writes.',
    );
  }
  const placeOf = (path: DocumentPath) => {
    const { line, column } = positionOf(path);
    return `${file}:${line}:${column}: `;
  };
  return parseTemplate(value, id, `template \`${file}\``, { remedy: 'Correct the template.', placeOf, parameters });
}

/** The names of the resources of a stack: their logical ids, behind the names of the stacks around them. */
function pathsBelow(prefix: string): ResourcePaths {
  return { get: logicalId => prefix + logicalId, nestedAs: logicalId => pathsBelow(`${prefix}${logicalId}/`) };
}

/** The paths in the `TemplateURL` of nested stacks. */
function urls({ document: { value } }: TemplateFile): string[] {
  const resources = own(value, 'Resources');
  return (isObject(resources) ? Object.values(resources) : [])
    .filter(resource => own(resource, 'Type') === 'AWS::CloudFormation::Stack')
    .map(resource => own(own(resource, 'Properties'), 'TemplateURL'))
    .filter(isLocal);
}

/** Whether a `TemplateURL` is a path, as for `aws cloudformation package`. */
function isLocal(url: unknown): url is string {
  return typeof url === 'string' && !/^[a-z0-9]+:\/\//i.test(url);
}

function pathFrom(file: string, url: string): string {
  return normalize(join(dirname(file), url));
}
