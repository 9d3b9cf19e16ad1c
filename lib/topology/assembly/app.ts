import { own } from './json-walk';
import type { RawResource } from './raw-resource';
import type { Stack } from './stack';

/** A value that a stack offers to other stacks under a name. */
export interface Offer {
  readonly stack: Stack;
  readonly value: unknown;
}

/** A resource with its stack. */
export interface Located {
  readonly stack: Stack;
  readonly raw: RawResource;
}

/** All stacks of an app, and the values that they offer each other. */
export interface App {
  /** Ordered by id, nested stacks included. */
  readonly stacks: readonly Stack[];

  /** By the stack name in CloudFormation. */
  readonly stacksByName: ReadonlyMap<string, readonly Stack[]>;

  /** By key; ordered by stack and logical id. */
  readonly resources: ReadonlyMap<string, Located>;

  /** The values that aws-cdk-lib copies from Region to Region, by SSM parameter. */
  readonly crossRegionExports: ReadonlyMap<string, readonly Offer[]>;

  /** Files and directories by their hash, relative to the outermost assembly. */
  readonly assets: ReadonlyMap<string, string>;

  /** The content of a file asset; `undefined` for a directory, or without an assembly. */
  readonly assetText: AssetText;
}

/** Reads the content of a file asset by its path. */
export type AssetText = (path: string) => string | undefined;

/** Indexes the stacks of an app. */
export function indexed(stacks: readonly Stack[], assets: ReadonlyMap<string, string> = new Map(), assetText: AssetText = () => undefined): App {
  const ordered = [...stacks].sort((a, b) => a.id < b.id ? -1 : 1);
  const resources = new Map<string, Located>();
  const stacksByName = new Map<string, Stack[]>();
  const crossRegionExports = new Map<string, Offer[]>();
  for (const stack of ordered) {
    if (stack.name !== undefined) {
      append(stacksByName, stack.name, stack);
    }
    for (const raw of stack.template.resources.values()) {
      resources.set(raw.key, { stack, raw });
      if (raw.type === 'Custom::CrossRegionExportWriter') {
        const exports = own(own(raw.properties, 'WriterProps'), 'exports') ?? {};
        for (const [name, value] of Object.entries(exports)) {
          append(crossRegionExports, name, { stack, value });
        }
      }
    }
  }
  return { stacks: ordered, stacksByName, resources, crossRegionExports, assets, assetText };
}

/** The type of a resource. */
export function typeOf({ resources }: App, key: string): string | undefined {
  return resources.get(key)?.raw.type;
}

/** Adds to the list under a key. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
