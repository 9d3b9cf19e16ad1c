import type { Construct, IConstruct } from 'constructs';
import { WAITS_FOR_ITSELF } from '../../constraints/aws-lambda/deploy-time';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';

/**
 * Lets constructs wait for an invocation: for its resource alone, not for all that stands around it.
 *
 * @param needed what the invocation needs itself
 * @throws Error if one of the scopes has something of that in it
 */
export function waitFor(invocation: IConstruct, resource: IConstruct, needed: IConstruct[], scopes: Construct[]): void {
  for (const scope of scopes) {
    const circle = needed.find(construct => construct.node.scopes.includes(scope));
    if (circle) {
      throw invalid(invocation, broken(WAITS_FOR_ITSELF, 'executeBefore', circle === scope ? named(scope) : `${named(scope)}, which has ${circle.node.path} in it`));
    }
    scope.node.addDependency(resource);
  }
}

function named({ node: { path } }: IConstruct): string {
  return path || 'the app';
}
