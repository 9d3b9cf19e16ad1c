import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../../checks';
import type { Topology } from '../../topology';

/** Adds construct paths that the templates lack, from the construct tree. */
export function withPaths(found: Finding[], { stacks }: Topology, app: IConstruct): Finding[] {
  if (found.every(({ path }) => path !== undefined)) {
    return found;
  }
  const paths = new Map(app.node.findAll()
    .filter(CfnResource.isCfnResource)
    .map(resource => [placeOf(resource), resource.node.path]));
  const files = new Map([...stacks.values()].map(({ displayName, file }) => [displayName, file]));
  return found.map(finding => ({ ...finding, path: finding.path ?? paths.get(placeIn(files.get(finding.stack), finding.logicalId)) }));
}

/** The template and logical id of a resource, as one text. */
export function placeOf({ stack, logicalId }: CfnResource): string {
  return placeIn(stack.templateFile, stack.resolve(logicalId));
}

/** A template and logical id, as one text: the name of a template is unique in an app, across directories. */
export function placeIn(file: string | undefined, logicalId: string): string {
  return `${file?.split(/[/\\]/).pop()} ${logicalId}`;
}
