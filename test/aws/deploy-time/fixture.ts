import type { IConstruct } from 'constructs';
import { resources, type TemplateResource } from '../fixture';

const INVOCATION = 'Custom::LambdaDeployTimeInvocation';

/** The custom resources of invocations by logical id. */
export function invocations(scope: IConstruct): Record<string, TemplateResource> {
  return resources(scope, INVOCATION);
}

/** What the handler gets of the only invocation, or of the one with an id. */
export function invocation(scope: IConstruct, id?: string): Record<string, any> {
  const found = Object.entries(invocations(scope)).filter(([logicalId]) => id === undefined || logicalId.replace(/\w{8}$/, '') === id);
  expect(found).toHaveLength(1);
  return found[0][1].Properties;
}

/** What the handler may do for the construct with an id. */
export function permissionsOf(scope: IConstruct, id: string): Record<string, unknown>[] {
  const found = policies(scope, `${id}Permission`);
  expect(found).toHaveLength(1);
  return found[0];
}

/** What the handler may do with the stack itself. */
export function permissionsOnOwnStack(scope: IConstruct): Record<string, unknown>[] {
  return policies(scope, 'DeployTimeHandlerOwnStack').flat();
}

function policies(scope: IConstruct, id: string): Record<string, unknown>[][] {
  return Object.entries(resources(scope, 'AWS::IAM::Policy'))
    .filter(([logicalId]) => logicalId.startsWith(id))
    .map(([, { Properties }]) => Properties.PolicyDocument.Statement.map(({ Effect: _, ...statement }: { Effect: string }) => statement));
}
