import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../../checks';
import type { Topology } from '../../topology';

/** Adds the construct paths that the templates do not tell, from the construct tree. */
export function withPaths(found: Finding[], { stacks }: Topology, app?: IConstruct): Finding[] {
  if (!app || found.every(({ path }) => path !== undefined)) {
    return found;
  }
  const paths = new Map(app.node.findAll()
    .filter(CfnResource.isCfnResource)
    .map(resource => [placeOf(resource), resource.node.path]));
  const files = new Map([...stacks.values()].map(({ displayName, file }) => [displayName, file]));
  return found.map(finding => ({ ...finding, path: finding.path ?? paths.get(placeIn(files.get(finding.stack), finding.logicalId)) }));
}

/** Where a resource is written, as one text. */
export function placeOf({ stack, logicalId }: CfnResource): string {
  return placeIn(stack.templateFile, stack.resolve(logicalId));
}

/** The name of a template is unique in an app, whatever the directory of its assembly. */
export function placeIn(file: string | undefined, logicalId: string): string {
  return `${file?.split(/[/\\]/).pop()} ${logicalId}`;
}
