import type { Target } from '../targets/target';
import type { Tree } from '../values/tree';
import type { Unknown } from '../values/value';

/** The resource that declares something. */
export interface Origin {
  /** Unique in the app: the stack's id, a dot, and the logical id. */
  readonly key: string;

  /** The id of its stack. */
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;

  /** The construct path, if the app contains it. */
  readonly path?: string;

  /** Present if only the deployment knows whether the resource will exist. */
  readonly condition?: Unknown;
}

/** A resource, with its dependencies. */
export interface ResourceNode extends Origin {
  /** Keys of `DependsOn`. */
  readonly dependsOn: readonly string[];

  /** Keys of the resources that its properties refer to. */
  readonly refersTo: readonly string[];
}

/** A custom resource, which a function creates during the deployment. */
export interface CustomResourceNode extends Origin {
  /** The function or topic that CloudFormation calls for it. */
  readonly serviceToken: Target | Unknown;
  readonly properties: ReadonlyMap<string, Tree>;
}
