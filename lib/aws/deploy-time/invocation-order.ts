import { CfnResource } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { WAITS_FOR_INVOCATION, WAITS_FOR_ITSELF } from '../../constraints/aws-lambda/deploy-time';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { waitsFor } from '../config/waits-for';

/**
 * Makes an invocation wait for constructs.
 *
 * @throws Error if one of them waits for the invocation
 */
export function comeAfter(invocation: IConstruct, resource: IConstruct, scopes: Construct[]): void {
  for (const scope of scopes) {
    if (resourcesOf(scope).some(other => resourcesOf(resource).some(own => waitsFor(other, own)))) {
      throw invalid(invocation, broken(WAITS_FOR_INVOCATION, 'executeAfter', named(scope)));
    }
    resource.node.addDependency(scope);
  }
}

/**
 * Makes constructs wait for the resource of an invocation.
 *
 * @param needed constructs that the invocation needs
 * @throws Error if a scope contains one of them, or the invocation waits for a resource in a scope
 */
export function comeBefore(invocation: IConstruct, resource: IConstruct, needed: IConstruct[], scopes: Construct[]): void {
  for (const scope of scopes) {
    const part = needed.find(construct => construct.node.scopes.includes(scope));
    const awaited = resourcesOf(scope).find(other => resourcesOf(resource).some(own => waitsFor(own, other)));
    const got = part && part !== scope ? `${named(scope)}, which has ${part.node.path} in it`
      : part ? named(scope)
        : awaited ? `${named(scope)}, for which it waits`
          : undefined;
    if (got !== undefined) {
      throw invalid(invocation, broken(WAITS_FOR_ITSELF, 'executeBefore', got));
    }
    scope.node.addDependency(resource);
  }
}

function resourcesOf(scope: IConstruct): CfnResource[] {
  return scope.node.findAll().filter(CfnResource.isCfnResource);
}

function named({ node: { path } }: IConstruct): string {
  return path || 'the app';
}
