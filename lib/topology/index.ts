export { assembliesOf } from './assembly/assemblies-of';
export type { ConstructMetadata } from './assembly/construct-metadata';
export { readAssembly } from './assembly/read-assembly';
export { readMetadata } from './assembly/read-metadata';
export { readTemplates, type NamedTemplate } from './assembly/read-templates';
export { partitionOf } from './assembly/stack';
export { pathOf, writtenPath } from './construct-path';
export { READ_CUSTOM_RESOURCES } from './custom-resources';
export { destinationProperty, type Side } from './functions/destination-property';
export { withFixedNames } from './policies/fixed-names';
export { deliveryPermits, destinationPermits, isRefused, storeOf, type Deliverer, type DeliveryPlace, type StatementReading } from './policies/delivery-permits';
export { arnOf, keyPermits } from './policies/key-permits';
export { permits, policyPermits, type Verdict } from './policies/permits';
export { rewritten, type Grantee, type Statement } from './policies/statement';
export { waitsFor } from './stores/dependencies';
export { isNoArn, type NoArn } from './targets/no-arn';
export type { FunctionTarget, OtherTarget, Target } from './targets/target';
export type {
  AliasNode,
  CustomResourceNode,
  Delivery,
  DeliveryKind,
  EventInvokeConfig,
  EventPattern,
  EventSource,
  FunctionCode,
  FunctionNode,
  FunctionPermission,
  KeyNode,
  Origin,
  QualifiedFunction,
  ResourceNode,
  RoleNode,
  StackNode,
  StoreNode,
  Topology,
  VersionNode,
} from './topology';
export { TopologyError } from './topology-error';
export type { Tree } from './values/tree';
export { concatenated, known, literal, partsOf, rendered, sameText, type Composed, type Literal, type Part, type Pseudo, type Reference, type Setting, type Text, type Unknown } from './values/value';
