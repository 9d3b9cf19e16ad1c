import type { DeployedTexts } from './deployed-texts';
import { deployedArn } from './settings';
import { DELIVERY_ACTIONS, KEY_ACTIONS, type DestinationKind } from '../../constraints/aws-lambda/destination';
import {
  arnOf, deliveryPermits, isRefused, keyPermits, literal, rewritten, storeOf,
  type Deliverer, type FunctionNode, type Grantee, type KeyPlace, type RoleNode, type Statement, type Text, type Topology,
} from '../../topology';
import type { SimulatedFunction, SimulatedFunctions, SimulatedStores } from '../state';

/** The permissions of the execution roles of an app. An action that the templates leave open is allowed. */
export class Permissions {
  private readonly deployed = new Map<string, RoleNode>();
  private readonly answers = new Map<string, readonly string[]>();
  private readonly withdrawn = new Set<SimulatedFunction>();

  constructor(
    private readonly topology: Topology,
    private readonly texts: DeployedTexts,
    private readonly functions: SimulatedFunctions,
    private readonly stores: SimulatedStores,
  ) {}

  /** Takes from a function every action that it needs to deliver, until `restore`. */
  withdraw(fn: SimulatedFunction): void {
    this.withdrawn.add(fn);
  }

  /** Gives a function back what `withdraw` took. */
  restore(fn: SimulatedFunction): void {
    this.withdrawn.delete(fn);
  }

  isWithdrawn(fn: SimulatedFunction): boolean {
    return this.withdrawn.size > 0 && this.withdrawn.has(fn);
  }

  /** The actions that a function needs to deliver to a destination, and certainly lacks. */
  missingActions(fn: SimulatedFunction, kind: DestinationKind, arn: string): readonly string[] {
    return this.missing(fn, DELIVERY_ACTIONS[kind], kind, arn);
  }

  /** Those of some actions on a function, queue, topic, bus or bucket that a function certainly lacks. */
  missing(fn: SimulatedFunction, actions: readonly string[], kind: DestinationKind, arn: string): readonly string[] {
    if (this.withdrawn.has(fn)) {
      return actions;
    }
    return this.once(`${fn.settings.key} ${actions.join()} ${arn}`, () => this.refused(this.delivererOf(fn), actions, kind, arn));
  }

  /** Those of some actions on a function, queue, topic, bus or bucket that a role certainly lacks, with which a service acts. */
  missingOfRole(roleArn: string, actions: readonly string[], kind: DestinationKind, arn: string): readonly string[] {
    return this.once(`${roleArn} ${actions.join()} ${arn}`, () => this.refused(this.delivererWith(roleArn), actions, kind, arn));
  }

  /** The actions that a function needs on the key of a store of the app, and certainly lacks. */
  missingKeyActions(fn: SimulatedFunction, kind: DestinationKind, arn: string): readonly string[] {
    return this.once(`${fn.settings.key} key of ${arn}`, () => {
      const encryption = storeOf(this.topology, this.resourceOf(kind, arn))?.encryptionKey;
      const deliverer = this.delivererOf(fn);
      if (!deliverer || encryption?.kind !== 'key' || !(kind in KEY_ACTIONS)) {
        return [];
      }
      const key: KeyPlace = {
        arn: this.texts.spelledOut(arnOf(encryption)),
        account: this.texts.spelledOut(encryption.account),
        policy: this.topology.keys.get(encryption.resource ?? '')?.policy.map(this.spelledOut),
      };
      const actions = KEY_ACTIONS[kind as keyof typeof KEY_ACTIONS];
      return actions.filter(action => isRefused(keyPermits(key, deliverer.role, deliverer.roleTarget, action)));
    });
  }

  /** A statement with its values after the deployment. */
  private readonly spelledOut = (statement: Statement): Statement => rewritten(statement, text => this.texts.spelledOut(text));

  private refused(deliverer: Deliverer | undefined, actions: readonly string[], kind: DestinationKind, arn: string): readonly string[] {
    if (!deliverer) {
      return [];
    }
    const place = { kind, arn: literal(arn), resource: this.resourceOf(kind, arn) };
    const { topology, spelledOut } = this;
    return actions.filter(action => isRefused(deliveryPermits(topology, deliverer, action, place, { spelledOut })));
  }

  private once(question: string, answer: () => readonly string[]): readonly string[] {
    const found = this.answers.get(question) ?? answer();
    this.answers.set(question, found);
    return found;
  }

  /** The role of a function, if the app declares it and all its policies can be read. */
  private delivererOf(fn: SimulatedFunction): Deliverer | undefined {
    const target = this.roleOf(fn);
    const role = target && target.kind === 'role' ? this.topology.roles.get(target.resource ?? '') : undefined;
    if (!role || !target || target.kind === 'unknown' || this.topology.stacks.get(role.stack)!.unknowns.length > 0) {
      return undefined;
    }
    const spelledOut = (text: Text) => this.texts.spelledOut(text);
    return {
      functionName: literal(fn.name),
      role: this.deployed.get(role.key) ?? this.deploy(role),
      roleTarget: {
        ...target,
        name: spelledOut(target.name),
        partition: spelledOut(target.partition),
        region: spelledOut(target.region),
        account: spelledOut(target.account),
      },
    };
  }

  /** A service with a role, if the app declares it and all its policies can be read. */
  private delivererWith(roleArn: string): Deliverer | undefined {
    const role = [...this.topology.roles.values()].find(({ key }) => this.texts.of({ kind: 'reference', resource: key, attribute: 'Arn' }) === roleArn);
    if (!role || this.topology.stacks.get(role.stack)!.unknowns.length > 0) {
      return undefined;
    }
    const [, partition, service, , account, name] = roleArn.split(':');
    return {
      functionName: literal(''),
      role: this.deployed.get(role.key) ?? this.deploy(role),
      roleTarget: {
        kind: 'role',
        arn: literal(roleArn),
        service,
        resource: role.key,
        name: literal(name),
        partition: literal(partition),
        region: literal(''),
        account: literal(account),
      },
    };
  }

  /** The role. A function that the app does not declare may have that of another function. */
  private roleOf(fn: SimulatedFunction): FunctionNode['role'] | undefined {
    const declared = this.topology.functions.get(fn.settings.key);
    const { role } = fn.settings;
    if (declared || role === undefined) {
      return declared?.role;
    }
    return [...this.topology.functions.values()].find(other => deployedArn(other.role, this.texts) === role)?.role;
  }

  private deploy(role: RoleNode): RoleNode {
    const grantee: Grantee = {
      statements: role.statements.map(this.spelledOut),
      boundary: role.boundary?.map(this.spelledOut),
      managedPolicies: role.managedPolicies.map(policy => this.texts.spelledOut(policy)),
      unknowns: role.unknowns,
    };
    const node = { ...role, ...grantee };
    this.deployed.set(role.key, node);
    return node;
  }

  /** The key of a destination in the topology; undefined if the app does not declare it. */
  private resourceOf(kind: DestinationKind, arn: string): string | undefined {
    return kind === 'function' ? this.functions.declaredAt(arn)?.settings.key : this.stores.get(arn)?.key;
  }
}
