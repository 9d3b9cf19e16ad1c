import type { AssemblyFiles } from './assembly-file';
import { entriesOf, pathIn, writtenMetadata } from './construct-metadata';
import { isObject, own } from './json-walk';
import type { Artifact } from './manifest';
import type { ResourcePaths } from './stack';
import type { Template } from './template';

/** The path that aws-cdk-lib gives the resource of a nested stack, beside the scope of the nested constructs. */
const NESTED_STACK_RESOURCE = '.NestedStackResource';
const NESTED_STACK = /^(.*)\.NestedStack\/[^/]+\.NestedStackResource$/;

/** The construct paths of a stack by logical id. Its nested stacks may use the same ids. */
export class ConstructPaths implements ResourcePaths {
  /** The paths from the metadata of the assembly; `undefined` if the template has path metadata. */
  static of(files: AssemblyFiles, artifact: Artifact, template: Template): ConstructPaths | undefined {
    for (const { metadata } of template.resources.values()) {
      if (metadata !== undefined && own(metadata, 'aws:cdk:path') !== undefined) {
        return undefined;
      }
    }
    const metadata = writtenMetadata(files, artifact);
    const scopes = scopesOf(metadata);
    const byScope = new Map<string, Map<string, string | undefined>>();
    for (const name in metadata) {
      const entries = entriesOf(metadata[name]);
      for (let index = 0; index < entries.length; index += 1) {
        const logicalId = logicalIdIn(entries[index]);
        if (logicalId !== undefined) {
          add(byScope, scopes, pathIn(name), logicalId);
        }
      }
    }
    return new ConstructPaths(byScope, OUTERMOST);
  }

  private readonly paths: ReadonlyMap<string, string | undefined> | undefined;

  private constructor(private readonly byScope: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>, scope: string) {
    this.paths = byScope.get(scope);
  }

  get(logicalId: string): string | undefined {
    return this.paths?.get(logicalId);
  }

  /** The paths of the stack that this resource nests. */
  nestedAs(logicalId: string): ConstructPaths | undefined {
    const scope = NESTED_STACK.exec(this.get(logicalId) ?? '')?.[1];
    return scope === undefined ? undefined : new ConstructPaths(this.byScope, scope);
  }
}

const OUTERMOST = '';

/** The scopes of the nested stacks of a stack. */
function scopesOf(metadata: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const scopes = new Set<string>();
  for (const name in metadata) {
    // Few paths end so, and the pattern takes ten times as long to tell.
    const scope = name.endsWith(NESTED_STACK_RESOURCE) ? NESTED_STACK.exec(pathIn(name))?.[1] : undefined;
    if (scope !== undefined) {
      scopes.add(scope);
    }
  }
  return scopes;
}

function logicalIdIn(entry: unknown): string | undefined {
  const logicalId = isObject(entry) && entry.type === 'aws:cdk:logicalId' ? entry.data : undefined;
  return typeof logicalId === 'string' ? logicalId : undefined;
}

function add(byScope: Map<string, Map<string, string | undefined>>, scopes: ReadonlySet<string>, path: string, logicalId: string): void {
  const scope = scopes.size === 0 ? OUTERMOST : nearest(scopes, path);
  let paths = byScope.get(scope);
  if (paths === undefined) {
    paths = new Map();
    byScope.set(scope, paths);
  }
  // Two constructs of one scope with the same id cannot be told apart.
  paths.set(logicalId, paths.has(logicalId) ? undefined : path);
}

/** The innermost scope of a nested stack around a construct. */
function nearest(scopes: ReadonlySet<string>, path: string): string {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const scope = path.slice(0, end);
    if (scopes.has(scope)) {
      return scope;
    }
  }
  return OUTERMOST;
}
