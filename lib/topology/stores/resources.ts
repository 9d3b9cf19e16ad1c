import type { DocumentPath } from '../assembly/located-document';
import type { Origin, ResourceNode } from '../nodes/resource';
import type { Declared, Reader } from '../reader';
import type { Unknown } from '../values/value';

/** All resources of the app, with their dependencies. */
export function resourceNodes(reader: Reader): ResourceNode[] {
  return reader.everything().map(declared => new DeclaredResource(declared));
}

/** A resource that finds its dependencies when they are asked for: few rules ask, about few resources. */
class DeclaredResource implements ResourceNode {
  readonly key: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly path?: string;
  readonly condition?: Unknown;
  readonly #declared: Declared;
  #dependsOn?: readonly string[];
  #refersTo?: readonly string[];

  constructor(declared: Declared) {
    const { key, stack, logicalId, type, path, condition }: Origin = declared.origin;
    this.key = key;
    this.stack = stack;
    this.logicalId = logicalId;
    this.type = type;
    this.path = path;
    this.condition = condition;
    this.#declared = declared;
  }

  get dependsOn(): readonly string[] {
    return this.#dependsOn ??= keysOf(this.#declared.stack, this.#declared.raw.dependsOn);
  }

  get refersTo(): readonly string[] {
    return this.#refersTo ??= keysOf(this.#declared.stack, this.#declared.raw.mentions);
  }

  get writtenAt(): DocumentPath | undefined {
    return this.#declared.raw.writtenAt;
  }
}

/** The keys of the mentioned resources, without parameters. */
function keysOf({ template: { resources } }: Declared['stack'], logicalIds: readonly string[]): string[] {
  return logicalIds.flatMap(id => resources.get(id)?.key ?? []);
}
