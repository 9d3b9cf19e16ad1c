import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../../checks';
import type { Topology } from '../../topology';

/**
 * Corrects construct paths by the construct tree: templates may lack them, or have those of another app, if they are included.
 *
 * A resource that is no construct gets the path of its stack: the command line of the CDK drops findings that are not in a stack.
 */
export function withPaths(found: Finding[], { stacks }: Topology, app: IConstruct): Finding[] {
  if (found.every(({ path }) => isPathIn(app, path))) {
    return found;
  }
  const constructs = app.node.findAll();
  const paths = new Map(constructs.filter(CfnResource.isCfnResource).map(resource => [placeOf(resource), resource.node.path]));
  const stackPaths = new Map(constructs.filter(Stack.isStack).map(stack => [fileName(stack.templateFile), stack.node.path]));
  const files = new Map([...stacks.values()].map(({ displayName, file }) => [displayName, file]));
  return found.map(finding => {
    const file = files.get(finding.stack);
    return isPathIn(app, finding.path)
      ? finding
      : { ...finding, path: paths.get(placeIn(file, finding.logicalId)) ?? stackPaths.get(fileName(file)) };
  });
}

function isPathIn(app: IConstruct, path: string | undefined): boolean {
  return path !== undefined
    && path.split('/').reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), app) !== undefined;
}

/** The template and logical id of a resource, as one text. */
export function placeOf({ stack, logicalId }: CfnResource): string {
  return placeIn(stack.templateFile, stack.resolve(logicalId));
}

/** A template and logical id, as one text: the name of a template is unique in an app, across directories. */
export function placeIn(file: string | undefined, logicalId: string): string {
  return `${fileName(file)} ${logicalId}`;
}

function fileName(file: string | undefined): string | undefined {
  return file?.split(/[/\\]/).pop();
}
