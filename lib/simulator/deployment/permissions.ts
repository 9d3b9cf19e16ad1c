import type { DeployedTexts } from './deployed-texts';
import { unqualified } from './stores';
import { DELIVERY_ACTIONS, KEY_ACTIONS, type DestinationKind } from '../../constraints/aws-lambda/destination';
import {
  arnOf, keyPermits, known, literal, permits, policyPermits,
  type Grantee, type RoleNode, type Statement, type Target, type Text, type Topology, type Verdict,
} from '../../topology';
import type { SimulatedFunction, SimulatedFunctions, SimulatedStores } from '../state';

/** What the execution roles of an app may do, as far as its templates tell: what they leave open is allowed. */
export class Permissions {
  private readonly deployed = new Map<string, RoleNode>();
  private readonly answers = new Map<string, readonly string[]>();

  constructor(
    private readonly topology: Topology,
    private readonly texts: DeployedTexts,
    private readonly functions: SimulatedFunctions,
    private readonly stores: SimulatedStores,
  ) {}

  /** The actions that a function certainly lacks to deliver to a destination. */
  missingActions(fn: SimulatedFunction, kind: DestinationKind, arn: string): readonly string[] {
    return this.once(`${fn.settings.key} ${arn}`, () => {
      const role = this.roleOf(fn);
      return role === undefined ? [] : DELIVERY_ACTIONS[kind].filter(action => {
        const resource = literal(action === 's3:PutObject' ? `${arn}/aws/lambda/async/record` : arn);
        const own = permits(role.node, action, resource);
        return isRefused(own === 'missing' ? this.byResourcePolicy(kind, arn, action, role.target) : own);
      });
    });
  }

  /** The actions that a function certainly lacks on the key that a store of the app is encrypted with. */
  missingKeyActions(fn: SimulatedFunction, kind: DestinationKind, arn: string): readonly string[] {
    return this.once(`${fn.settings.key} key of ${arn}`, () => {
      const { queues, topics, buckets, keys } = this.topology;
      const store = this.stores.get(arn)?.key ?? '';
      const encryption = (queues.get(store) ?? topics.get(store) ?? buckets.get(store))?.encryptionKey;
      const key = encryption?.kind === 'key' ? keys.get(encryption.resource ?? '') : undefined;
      const role = this.roleOf(fn);
      if (!key || !role || !encryption || encryption.kind === 'unknown' || !(kind in KEY_ACTIONS)) return [];
      const policy = key.policy.map(statement => this.spelledOut(statement));
      const keyArn = this.texts.spelledOut(arnOf(encryption));
      return KEY_ACTIONS[kind as keyof typeof KEY_ACTIONS]
        .filter(action => isRefused(keyPermits({ ...key, policy }, role.node, role.target, action, keyArn)));
    });
  }

  private once(question: string, answer: () => readonly string[]): readonly string[] {
    const found = this.answers.get(question) ?? answer();
    this.answers.set(question, found);
    return found;
  }

  /** The role, if it is of the app and all that it may do can be read. */
  private roleOf(fn: SimulatedFunction): { node: RoleNode; target: Target } | undefined {
    const target = this.topology.functions.get(fn.settings.key)?.role;
    const role = target && target.kind === 'role' ? this.topology.roles.get(target.resource ?? '') : undefined;
    if (!role || !target || target.kind === 'unknown' || this.topology.stacks.get(role.stack)!.unknowns.length > 0) return undefined;
    const spelledOut = (text: Text) => this.texts.spelledOut(text);
    return {
      node: this.deployed.get(role.key) ?? this.deploy(role),
      target: {
        ...target,
        name: spelledOut(target.name),
        partition: spelledOut(target.partition),
        region: spelledOut(target.region),
        account: spelledOut(target.account),
      },
    };
  }

  private deploy(role: RoleNode): RoleNode {
    const grantee: Grantee = {
      statements: role.statements.map(statement => this.spelledOut(statement)),
      managedPolicies: role.managedPolicies.map(policy => this.texts.spelledOut(policy)),
      unknowns: role.unknowns,
    };
    const node = { ...role, ...grantee };
    this.deployed.set(role.key, node);
    return node;
  }

  private byResourcePolicy(kind: DestinationKind, arn: string, action: string, { partition, account, ...role }: Target): Verdict {
    if (kind === 'function') return this.mayInvoke(arn) ? 'unknown' : 'missing';
    const store = this.stores.get(arn)?.key;
    const { queues, topics, buses, buckets } = this.topology;
    const node = [queues, topics, buses, buckets].map(nodes => nodes.get(store ?? '')).find(found => found !== undefined);
    // What another app declares may let anybody in.
    if (!node) return 'unknown';
    const root = literal(`arn:${known(partition)}:iam::${known(account)}:root`);
    const policy = node.policy.map(statement => this.spelledOut(statement));
    return policyPermits(policy, action, literal(arn), [arnOf({ partition, account, ...role } as Target), root, account]);
  }

  /** Whether a permission on the function may be for a role: only those for services are certainly not. */
  private mayInvoke(arn: string): boolean {
    const fn = [...this.functions].find(candidate => candidate.arn === unqualified(arn));
    return fn === undefined || this.topology.permissions.some(({ function: target, principal }) =>
      (target.kind === 'unknown' || target.resource === fn.settings.key) && known(principal)?.endsWith('.amazonaws.com') !== true);
  }

  private spelledOut(statement: Statement): Statement {
    const listed = (texts: readonly Text[] | undefined) => texts?.map(text => this.texts.spelledOut(text));
    return {
      ...statement,
      resources: listed(statement.resources),
      notResources: listed(statement.notResources),
      principals: listed(statement.principals),
      notPrincipals: listed(statement.notPrincipals),
    };
  }
}

function isRefused(verdict: Verdict): boolean {
  return verdict === 'missing' || verdict === 'denied';
}
