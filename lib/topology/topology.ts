import type { EventInvokeConfig, QualifiedFunction } from './nodes/config';
import type { Delivery, EventSource } from './nodes/delivery';
import type { AliasNode, FunctionNode, FunctionPermission, VersionNode } from './nodes/function';
import type { CustomResourceNode, ResourceNode } from './nodes/resource';
import type { RoleNode } from './nodes/role';
import type { KeyNode, StoreNode } from './nodes/store';
import type { Statement } from './policies/statement';

/** A stack, also a nested one. */
export interface StackNode {
  readonly id: string;

  /** What CloudFormation calls it; absent for nested stacks. */
  readonly name?: string;

  /** How people know it, e.g. `Prod/Orders`. */
  readonly displayName: string;

  /** Its template, relative to the assembly; absent when templates were given in memory. */
  readonly file?: string;
  readonly account?: string;
  readonly region?: string;

  /** Why it may declare more than could be read. */
  readonly unknowns: readonly string[];
}

/** What a synthesized app says about asynchronous invocation. All maps are keyed by `Origin.key` unless they say otherwise. */
export interface Topology {
  readonly stacks: ReadonlyMap<string, StackNode>;
  readonly resources: ReadonlyMap<string, ResourceNode>;
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly versions: ReadonlyMap<string, VersionNode>;
  readonly aliases: ReadonlyMap<string, AliasNode>;
  readonly configs: readonly EventInvokeConfig[];

  /** Asynchronous invocations: deliveries to functions. */
  readonly invocations: readonly Delivery[];

  /** Deliveries to anything else, or to something unknown. */
  readonly deliveries: readonly Delivery[];
  readonly eventSources: readonly EventSource[];
  readonly permissions: readonly FunctionPermission[];
  readonly customResources: ReadonlyMap<string, CustomResourceNode>;
  readonly queues: ReadonlyMap<string, StoreNode>;
  readonly topics: ReadonlyMap<string, StoreNode>;
  readonly buses: ReadonlyMap<string, StoreNode>;
  readonly buckets: ReadonlyMap<string, StoreNode>;
  readonly keys: ReadonlyMap<string, KeyNode>;
  readonly roles: ReadonlyMap<string, RoleNode>;

  /** What the policies say that roles, users and groups may have, whether anybody has them or not. */
  readonly identityStatements: readonly Statement[];

  /** By `FunctionTarget.key`: every qualifier that is declared, configured or invoked. */
  readonly qualifiedFunctions: ReadonlyMap<string, QualifiedFunction>;
}
