import type { Origin } from './resource';
import type { FunctionTarget, Target } from '../targets/target';
import type { Setting, Text, Unknown } from '../values/value';

/** `AWS::Lambda::Function`. */
export interface FunctionNode extends Origin {
  /** The unqualified function, with its account and Region. */
  readonly target: FunctionTarget;

  /** The name, if the template sets it. */
  readonly name?: Text;

  /** In seconds. */
  readonly timeout?: Setting<number>;
  readonly reservedConcurrency?: Setting<number>;
  readonly deadLetterQueue?: Target | Unknown;

  /** Present if the function is durable. */
  readonly durable?: { readonly executionTimeout?: Setting<number> } | Unknown;

  /** Present if the function isolates its tenants. */
  readonly tenancy?: Setting<string>;
  readonly recursiveLoop?: Setting<string>;

  /** When SnapStart applies: `PublishedVersions` or `None`. */
  readonly snapStart?: Setting<string>;
  readonly role?: Target | Unknown;

  /** Whether it runs on Lambda Managed Instances. */
  readonly capacityProvider: boolean;
  readonly code: FunctionCode;
}

/** The code of a function. */
export interface FunctionCode {
  /** E.g. `nodejs24.x`; absent for images. */
  readonly runtime?: Setting<string>;

  /** E.g. `index.handler`. */
  readonly handler?: Setting<string>;

  /** In MB. */
  readonly memorySize?: Setting<number>;

  /** The source code in the template. */
  readonly inline?: Setting<string>;

  /** The file or directory of its asset, relative to the outermost assembly. */
  readonly asset?: string;

  /** In the order of the template: a file of a later layer replaces that of an earlier one. */
  readonly layers: readonly Layer[];
  readonly environment: ReadonlyMap<string, Text>;
}

/** A layer of a function. */
export interface Layer {
  /** The ARN, or the logical id of an `AWS::Lambda::LayerVersion`; absent if it is unknown. */
  readonly name?: string;

  /** The file or directory of its asset, relative to the outermost assembly; absent for layers that the app only names. */
  readonly asset?: string;
}

/** Provisioned concurrency of a version or alias; unknown if it may have none. */
export type ProvisionedConcurrency = { readonly executions: Setting<number> } | Unknown;

/** `AWS::Lambda::Version`. */
export interface VersionNode extends Origin {
  readonly function: FunctionTarget | Unknown;
  readonly provisionedConcurrency?: ProvisionedConcurrency;
}

/** `AWS::Lambda::Alias`. */
export interface AliasNode extends Origin {
  readonly function: FunctionTarget | Unknown;
  readonly name: Text;

  /** A number, `$LATEST`, or a reference to a version of the app. */
  readonly version: Text;
  readonly additionalVersions: ReadonlyArray<{ readonly version: Text; readonly weight: Setting<number> }> | Unknown;
  readonly provisionedConcurrency?: ProvisionedConcurrency;
}

/** `AWS::Lambda::Permission`. */
export interface FunctionPermission extends Origin {
  readonly function: FunctionTarget | Unknown;
  readonly action: Text;
  readonly principal: Text;
  readonly sourceArn?: Text;
  readonly sourceAccount?: Text;
  readonly principalOrgId?: Text;
  readonly eventSourceToken?: Text;
  readonly functionUrlAuthType?: Text;
  readonly invokedViaFunctionUrl?: Setting<boolean>;
}
