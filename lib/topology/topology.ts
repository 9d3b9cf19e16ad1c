import type { Grantee, Statement } from './policies/statement';
import type { Target, FunctionTarget } from './targets/target';
import type { Tree } from './values/tree';
import type { Setting, Text, Unknown } from './values/value';

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

/** Where something is declared. */
export interface Origin {
  /** Unique in the app: the stack's id, a dot, and the logical id. */
  readonly key: string;

  /** The id of its stack. */
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;

  /** The construct path, when the app tells it. */
  readonly path?: string;

  /** Present when only the deployment knows whether the resource will exist. */
  readonly condition?: Unknown;
}

/** Any resource, with what has to exist before it. */
export interface ResourceNode extends Origin {
  /** Keys of `DependsOn`. */
  readonly dependsOn: readonly string[];

  /** Keys of the resources that its properties refer to. */
  readonly refersTo: readonly string[];
}

/** `AWS::Lambda::Function`. */
export interface FunctionNode extends Origin {
  /** The function itself, unqualified: tells its account and Region. */
  readonly target: FunctionTarget;

  /** The name that the template fixes. */
  readonly name?: Text;

  /** In seconds. */
  readonly timeout?: Setting<number>;
  readonly reservedConcurrency?: Setting<number>;
  readonly deadLetterQueue?: Target | Unknown;

  /** Present when the function is durable. */
  readonly durable?: { readonly executionTimeout?: Setting<number> } | Unknown;

  /** Present when its tenants are isolated. */
  readonly tenancy?: Setting<string>;
  readonly recursiveLoop?: Setting<string>;
  readonly role?: Target | Unknown;

  /** Whether it runs on Lambda Managed Instances. */
  readonly capacityProvider: boolean;
  readonly code: FunctionCode;
}

/** What a function runs. */
export interface FunctionCode {
  /** E.g. `nodejs24.x`; absent for images. */
  readonly runtime?: Setting<string>;

  /** E.g. `index.handler`. */
  readonly handler?: Setting<string>;

  /** In MB. */
  readonly memorySize?: Setting<number>;

  /** The source that the template itself holds. */
  readonly inline?: Setting<string>;

  /** The file or directory of its asset, relative to the outermost assembly. */
  readonly asset?: string;
  readonly environment: ReadonlyMap<string, Text>;
}

/** `AWS::Lambda::Version`. */
export interface VersionNode extends Origin {
  readonly function: FunctionTarget | Unknown;
}

/** `AWS::Lambda::Alias`. */
export interface AliasNode extends Origin {
  readonly function: FunctionTarget | Unknown;
  readonly name: Text;

  /** A number, `$LATEST`, or the `Version` of a version of the app. */
  readonly version: Text;
  readonly additionalVersions: ReadonlyArray<{ readonly version: Text; readonly weight: Setting<number> }> | Unknown;
}

/** `AWS::Lambda::EventInvokeConfig`, or one that our custom resource puts during the deployment. */
export interface EventInvokeConfig extends Origin {
  /** What it configures, in one spelling for all spellings; unknown when the function or the qualifier is. */
  readonly target: FunctionTarget | Unknown;

  /** The function, also when the qualifier is unknown; what its own qualifier is says `target`. */
  readonly function: FunctionTarget | Unknown;
  readonly retryAttempts?: Setting<number>;

  /** In seconds. */
  readonly maxEventAge?: Setting<number>;

  /** A destination that is the empty text counts as absent. */
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** The sides whose destination is the empty text: somebody has decided that there is none. */
  readonly declined: ReadonlyArray<'onSuccess' | 'onFailure'>;

  /** Whether it changes a config that others may have put, rather than putting one of its own. */
  readonly merges?: boolean;
}

/** What makes a delivery. */
export type DeliveryKind =
  | 's3-notification' | 'sns-subscription' | 'event-rule' | 'schedule' | 'pipe' | 'log-subscription' | 'alarm' | 'iot-rule'
  | 'ses-receipt-rule' | 'codecommit-trigger' | 'config-rule' | 'deploy-time-invocation' | 'on-success' | 'on-failure' | 'dead-letter-queue';

/** An event that goes from one thing to another, by what `origin` declares. To a function it is an asynchronous invocation. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly origin: Origin;

  /** E.g. `Targets[0].Arn`. */
  readonly property: string;

  /** The bucket, topic, bus, repository, source of a pipe or function that the event comes from; absent where `origin` itself makes it, as a schedule does. */
  readonly from?: Target | Unknown;
  readonly to: Target | Unknown;

  /** The sender's own retries, before Lambda has accepted the event. */
  readonly retryAttempts?: Setting<number>;

  /** The sender's own longest age, in seconds. */
  readonly maxEventAge?: Setting<number>;

  /** Where the sender puts what Lambda did not accept. */
  readonly deadLetterQueue?: Target | Unknown;

  /** The role that the sender acts as, where it has one. */
  readonly role?: Target | Unknown;

  /** Absent when it cannot be switched off, or when nothing is said. */
  readonly enabled?: Setting<boolean>;

  /** What a rule matches. */
  readonly eventPattern?: EventPattern | Unknown;

  /** Whether a filter, or a choice of events, may keep back some of what is new there; a pattern tells more itself. */
  readonly filtered?: boolean;
}

/** The parts of an event pattern that tell which events of Lambda a rule matches. A list absent here matches everything; ARNs of declared resources are spelled out. */
export interface EventPattern {
  readonly source?: readonly Text[];
  readonly detailType?: readonly Text[];
  readonly resources?: readonly Text[];

  /** Whether it also looks at anything else. */
  readonly more: boolean;
}

/** `AWS::Lambda::EventSourceMapping`. */
export interface EventSource extends Origin {
  readonly source?: Target | Unknown;
  readonly function: FunctionTarget | Unknown;
  readonly enabled?: Setting<boolean>;
  readonly onFailure?: Target | Unknown;

  /** Whether a filter keeps events back. */
  readonly filtered: boolean;
}

/** `AWS::Lambda::Permission`. */
export interface FunctionPermission extends Origin {
  readonly function: FunctionTarget | Unknown;
  readonly action: Text;
  readonly principal: Text;
  readonly sourceArn?: Text;
  readonly sourceAccount?: Text;
}

/** A resource that a function of somebody's creates while the stack is deployed. */
export interface CustomResourceNode extends Origin {
  /** What CloudFormation calls for it. */
  readonly serviceToken: Target | Unknown;
  readonly properties: ReadonlyMap<string, Tree>;
}

/** What a queue, topic, bus or bucket says of itself. */
export interface StoreNode extends Origin {
  readonly name?: Text;
  readonly fifo?: Setting<boolean>;

  /** The key it is encrypted with: absent for none or one of AWS; `kind` is `key` for a key of the app or an ARN. */
  readonly encryptionKey?: Target | Unknown;

  /** In bytes; queues only. */
  readonly maximumMessageSize?: Setting<number>;

  /** Queues only: where messages go that nobody processes. */
  readonly deadLetterQueue?: Target | Unknown;

  /** What its resource policies say. */
  readonly policy: readonly Statement[];
}

/** `AWS::KMS::Key`. */
export interface KeyNode extends Origin {
  readonly policy: readonly Statement[];
}

/** `AWS::IAM::Role`. */
export interface RoleNode extends Origin, Grantee {
  readonly name?: Text;
}

/** What Lambda does with the events of one function and qualifier: what the app says, and Lambda's defaults. */
export interface QualifiedFunction {
  readonly target: FunctionTarget;

  /** The key of the alias or version of the app that the qualifier names. */
  readonly declaredBy?: string;

  /**
   * The configs that apply: none means Lambda's defaults, two overwrite each other.
   *
   * A config of the function whose qualifier is unknown may be one of them: it leaves the settings below unknown.
   */
  readonly configs: readonly EventInvokeConfig[];
  readonly retryAttempts: Setting<number>;

  /** In seconds. */
  readonly maxEventAge: Setting<number>;
  readonly onSuccess?: Target | Unknown;
  readonly onFailure?: Target | Unknown;

  /** That of the function. */
  readonly deadLetterQueue?: Target | Unknown;

  /** Who invokes exactly this qualifier asynchronously. */
  readonly invocations: readonly Delivery[];
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

