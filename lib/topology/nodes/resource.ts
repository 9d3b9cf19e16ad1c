import type { Target } from '../targets/target';
import type { Tree } from '../values/tree';
import type { Unknown } from '../values/value';

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

/** A resource that a function of somebody's creates while the stack is deployed. */
export interface CustomResourceNode extends Origin {
  /** What CloudFormation calls for it. */
  readonly serviceToken: Target | Unknown;
  readonly properties: ReadonlyMap<string, Tree>;
}
