import { CfnResource } from 'aws-cdk-lib';

/** Whether a resource depends on another one: by a dependency of its own, or of a scope around it. */
export function waitsFor(resource: CfnResource, other: CfnResource): boolean {
  const seen = new Set<CfnResource>();
  const open = [resource];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next === other) {
      return true;
    }
    if (!seen.has(next)) {
      seen.add(next);
      open.push(...awaited(next));
    }
  }
  return false;
}

function awaited(resource: CfnResource): CfnResource[] {
  const scopes = resource.node.scopes.flatMap(scope => scope.node.dependencies);
  return [...scopes.flatMap(scope => scope.node.findAll()), ...resource.obtainDependencies()].filter(CfnResource.isCfnResource);
}
