import type { AssemblyFiles } from './assembly-file';
import { constructMetadata } from './construct-metadata';
import { own } from './json-walk';
import type { Artifact } from './manifest';
import type { Template } from './template';

/** How aws-cdk-lib calls the resource of a nested stack, beside the scope of what is nested. */
const NESTED_STACK = /^(.*)\.NestedStack\/[^/]+\.NestedStackResource$/;

/** The construct paths of a stack by logical id, which may be the same in the stacks that are nested in it. */
export class ConstructPaths {
  /** What an assembly tells, where the app was synthesized without path metadata in the template. */
  static of(files: AssemblyFiles, artifact: Artifact, template: Template): ConstructPaths | undefined {
    if ([...template.resources.values()].some(({ metadata }) => own(metadata, 'aws:cdk:path') !== undefined)) return undefined;
    const named = constructMetadata(files, artifact).filter(({ type }) => type === 'aws:cdk:logicalId');
    const scopes = new Set(named.flatMap(({ path }) => NESTED_STACK.exec(path)?.[1] ?? []));
    const byScope = new Map<string, Map<string, string | undefined>>();
    for (const { path, data: logicalId } of named) {
      if (typeof logicalId !== 'string') continue;
      const scope = scopes.size === 0 ? OUTERMOST : nearest(scopes, path);
      const paths = byScope.get(scope) ?? new Map<string, string | undefined>();
      byScope.set(scope, paths);
      // Should two of one scope have it after all, which of them is meant is not told.
      paths.set(logicalId, paths.has(logicalId) ? undefined : path);
    }
    return new ConstructPaths(byScope, OUTERMOST);
  }

  private constructor(private readonly byScope: ReadonlyMap<string, ReadonlyMap<string, string | undefined>>, private readonly scope: string) {}

  get(logicalId: string): string | undefined {
    return this.byScope.get(this.scope)?.get(logicalId);
  }

  /** Those of the stack that is nested as this resource. */
  nestedAs(logicalId: string): ConstructPaths | undefined {
    const scope = NESTED_STACK.exec(this.get(logicalId) ?? '')?.[1];
    return scope === undefined ? undefined : new ConstructPaths(this.byScope, scope);
  }
}

const OUTERMOST = '';

/** The nested stack that a construct is in: the innermost scope around it. */
function nearest(scopes: ReadonlySet<string>, path: string): string {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const scope = path.slice(0, end);
    if (scopes.has(scope)) return scope;
  }
  return OUTERMOST;
}
