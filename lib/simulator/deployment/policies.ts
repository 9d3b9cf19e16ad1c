import type { DeployedTexts } from './deployed-texts';
import { physicalName } from './physical-name';
import { known, type Topology } from '../../topology';
import type { Permission, SimulatedFunctions } from '../state';

/** Gives functions the permissions that templates declare. Those with unknown parts are left out. */
export function putPolicies(functions: SimulatedFunctions, { permissions }: Topology, texts: DeployedTexts): void {
  for (const { key, type, logicalId, function: target, ...node } of permissions) {
    const fn = target.kind === 'function' ? functions.declared(target.resource ?? '') : undefined;
    const [action, principal] = [texts.of(node.action), texts.of(node.principal)];
    if (!fn || target.kind !== 'function' || action === undefined || principal === undefined) {
      continue;
    }
    const qualifier = target.qualified ? texts.of(target.qualifier) : undefined;
    const sid = physicalName(type, texts.environmentOf(key).stackName, logicalId);
    const policy = fn.policies.get(qualifier) ?? new Map<string, Permission>();
    fn.policies.set(qualifier, policy.set(sid, {
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
}
