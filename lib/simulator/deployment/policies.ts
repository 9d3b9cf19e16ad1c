import type { DeployedTexts } from './deployed-texts';
import { physicalName } from './physical-name';
import { known, type Topology } from '../../topology';
import type { Permission, ResourcePolicies, SimulatedFunction } from '../state';

/** The permissions that templates declare for a function. Those with unknown parts are left out. */
export function declaredPolicies(fn: SimulatedFunction, { permissions }: Topology, texts: DeployedTexts): ResourcePolicies {
  const policies: ResourcePolicies = new Map();
  for (const { key, type, logicalId, function: target, ...node } of permissions) {
    if (target.kind !== 'function' || target.resource !== fn.settings.key) {
      continue;
    }
    const [action, principal] = [texts.of(node.action), texts.of(node.principal)];
    if (action === undefined || principal === undefined) {
      continue;
    }
    const qualifier = target.qualified ? texts.of(target.qualifier) : undefined;
    const sid = physicalName(type, texts.environmentOf(key).stackName, logicalId);
    const policy = policies.get(qualifier) ?? new Map<string, Permission>();
    policies.set(qualifier, policy.set(sid, {
      sid,
      resource: qualifier === undefined ? fn.arn : `${fn.arn}:${qualifier}`,
      action,
      principal,
      sourceArn: texts.of(node.sourceArn),
      sourceAccount: texts.of(node.sourceAccount),
      eventSourceToken: texts.of(node.eventSourceToken),
      principalOrgId: texts.of(node.principalOrgId),
      functionUrlAuthType: texts.of(node.functionUrlAuthType),
      invokedViaFunctionUrl: known(node.invokedViaFunctionUrl),
    }));
  }
  return policies;
}
