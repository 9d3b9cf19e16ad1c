import type { AlarmNode } from './nodes/alarm';
import type { EventInvokeConfig, QualifiedFunction } from './nodes/config';
import type { Delivery, EventSource } from './nodes/delivery';
import type { AliasNode, FunctionNode, FunctionPermission, VersionNode } from './nodes/function';
import type { ParameterNode } from './nodes/parameter';
import type { CustomResourceNode, ResourceNode } from './nodes/resource';
import type { RoleNode } from './nodes/role';
import type { KeyNode, StoreNode } from './nodes/store';
import type { Statement } from './policies/statement';

/** A stack, also a nested one. */
export interface StackNode {
  readonly id: string;

  /** The name in CloudFormation; absent for nested stacks, and for templates that users pass. */
  readonly name?: string;

  /** The name that users see, e.g. `Prod/Orders`. */
  readonly displayName: string;

  /** The file of its template, relative to the assembly, or as the user passes it; absent for templates in memory. */
  readonly file?: string;
  readonly account?: string;
  readonly region?: string;

  /** Reasons why it may declare more than was read. */
  readonly unknowns: readonly string[];
}

/** Asynchronous invocation in a synthesized app. Maps are keyed by `Origin.key` unless stated otherwise. */
export interface Topology {
  readonly stacks: ReadonlyMap<string, StackNode>;
  readonly parameters: readonly ParameterNode[];
  readonly resources: ReadonlyMap<string, ResourceNode>;
  readonly functions: ReadonlyMap<string, FunctionNode>;
  readonly versions: ReadonlyMap<string, VersionNode>;
  readonly aliases: ReadonlyMap<string, AliasNode>;
  readonly configs: readonly EventInvokeConfig[];

  /** Asynchronous invocations: deliveries to functions. */
  readonly invocations: readonly Delivery[];

  /** Deliveries to other targets, or to unknown ones. */
  readonly deliveries: readonly Delivery[];
  readonly eventSources: readonly EventSource[];
  readonly permissions: readonly FunctionPermission[];
  readonly alarms: ReadonlyMap<string, AlarmNode>;
  readonly customResources: ReadonlyMap<string, CustomResourceNode>;
  readonly queues: ReadonlyMap<string, StoreNode>;
  readonly topics: ReadonlyMap<string, StoreNode>;
  readonly buses: ReadonlyMap<string, StoreNode>;
  readonly buckets: ReadonlyMap<string, StoreNode>;
  readonly keys: ReadonlyMap<string, KeyNode>;
  readonly roles: ReadonlyMap<string, RoleNode>;

  /** The statements of all identity policies, attached or not. */
  readonly identityStatements: readonly Statement[];

  /** Every qualifier that the app declares, configures or invokes, by `FunctionTarget.key`. */
  readonly qualifiedFunctions: ReadonlyMap<string, QualifiedFunction>;
}
