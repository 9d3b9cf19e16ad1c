import { DELIVERY_ACTIONS, KEY_ACTIONS, type DestinationKind } from '../../constraints/aws-lambda/destination';
import { known, propertyPath, storeOf } from '../../topology';
import { Draft } from '../draft';
import type { FixContext } from '../fix-context';
import type { Fixer } from '../fixer';
import { grant } from '../grant';
import { functionAt, targetAt } from '../places';
import { valueAt } from '../raw-values';

/** Allows the execution role to deliver, before the config is put. */
export const deliveryPermission: Fixer = ({ key, stack, property }, context) => {
  const target = targetAt(context, key, property);
  const role = context.roleOf(functionAt(context, key));
  const written = valueAt(context.raw(key), propertyPath(property));
  if (!target || !role || !(target.kind in DELIVERY_ACTIONS) || denies(context, role)) {
    return undefined;
  }
  // A branch of the expression may be `AWS::NoValue`, which no policy takes.
  const arn = context.arn(target.resource, stack) ?? (JSON.stringify(written)?.includes('"Fn::If"') ? undefined : written);
  const kind = target.kind as DestinationKind;
  return granted(context, { key, stack, role, actions: DELIVERY_ACTIONS[kind], resources: resourcesOf(kind, arn) });
};

/** Whether a policy of a role denies anything: another one that allows it might then have no effect. */
function denies({ topology }: FixContext, role: string): boolean {
  return topology.roles.get(role)!.statements.some(({ effect }) => known(effect) !== 'Allow');
}

/** Allows the execution role to use the key of a destination. */
export const keyPermission: Fixer = ({ key, stack, property }, context) => {
  const target = targetAt(context, key, property);
  const kind = target?.kind;
  const encryption = storeOf(context.topology, target?.resource)?.encryptionKey;
  const used = encryption && encryption.kind === 'key' ? context.topology.keys.get(encryption.resource ?? '') : undefined;
  const role = context.roleOf(functionAt(context, key));
  if (!used || !role || denies(context, role) || !(kind === 'queue' || kind === 'topic' || kind === 'bucket')) {
    return undefined;
  }
  const actions = KEY_ACTIONS[kind];
  if (used.policy.length === 0 || used.policy.some(({ principals = [] }) => principals.some(isRoot))) {
    return granted(context, { key, stack, role, actions, resources: [context.arn(used.key, stack)] });
  }
  const statements = valueAt(context.raw(used.key), ['Properties', 'KeyPolicy', 'Statement']);
  const roleArn = context.arn(role, used.stack);
  return Array.isArray(statements) && roleArn !== undefined
    ? new Draft(context)
      .append(used.key, 'KeyPolicy.Statement', { Effect: 'Allow', Principal: { AWS: roleArn }, Action: actions, Resource: '*' }, key)
      .fix('Allow the execution role to use the key.')
    : undefined;
};

/** Whether a principal is the account, to whose policies the key then leaves the decision. */
function isRoot(principal: { readonly kind: string; readonly parts?: readonly unknown[]; readonly value?: unknown }): boolean {
  return String(principal.kind === 'composed' ? principal.parts!.at(-1) : principal.value).endsWith(':root');
}

interface Needed {
  readonly key: string;
  readonly stack: string;
  readonly role: string;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
}

function granted(context: FixContext, { key, stack, role, actions, resources }: Needed) {
  const { stack: its, logicalId } = context.topology.resources.get(role)!;
  if (its !== stack || resources.includes(undefined)) {
    return undefined;
  }
  const draft = new Draft(context);
  const policy = grant(draft, { id: `${context.baseName(role)}DeliveryPolicy`, role: logicalId, actions, resources, for: key });
  return draft.wait(key, policy).fix(`Allow the execution role ${actions.join(' and ')}.`);
}

/** A bucket is listed, but its objects are written. */
function resourcesOf(kind: DestinationKind, arn: unknown): unknown[] {
  return kind === 'bucket' ? [arn, { 'Fn::Join': ['', [arn, '/*']] }] : [arn];
}
