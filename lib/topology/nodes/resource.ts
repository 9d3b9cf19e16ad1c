import type { DocumentPath } from '../assembly/located-document';
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

  /** The construct path, if the app contains it; for a template that a user passes, its logical id behind the names of the stacks around it. */
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

  /** The way to it in its template, if that is not its logical id in `Resources`: it is made by a loop. */
  readonly writtenAt?: DocumentPath;
}

/** A custom resource, which a function creates during the deployment. */
export interface CustomResourceNode extends Origin {
  /** The function or topic that CloudFormation calls for it. */
  readonly serviceToken: Target | Unknown;
  readonly properties: ReadonlyMap<string, Tree>;
}
