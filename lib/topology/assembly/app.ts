import { own } from './json-walk';
import { keyOf, type Stack } from './stack';

/** Something that another stack may ask for by name. */
export interface Offer {
  readonly stack: Stack;
  readonly value: unknown;
}

/** All stacks of an app, and what they offer each other. */
export interface App {
  /** Ordered by id, nested stacks included. */
  readonly stacks: readonly Stack[];

  /** By the name that CloudFormation knows. */
  readonly stacksByName: ReadonlyMap<string, readonly Stack[]>;

  /** Type of each resource by its key, to tell what a reference refers to. */
  readonly types: ReadonlyMap<string, string>;

  /** Stack of each resource by its key. */
  readonly homes: ReadonlyMap<string, Stack>;

  /** What aws-cdk-lib carries from Region to Region, by SSM parameter. */
  readonly crossRegionExports: ReadonlyMap<string, readonly Offer[]>;

  /** Files and directories by their hash, relative to the outermost assembly. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Indexes the stacks of an app once, so that no look-up has to search. */
export function indexed(stacks: readonly Stack[], assets: ReadonlyMap<string, string> = new Map()): App {
  const ordered = [...stacks].sort((a, b) => a.id < b.id ? -1 : 1);
  const types = new Map<string, string>();
  const homes = new Map<string, Stack>();
  const stacksByName = new Map<string, Stack[]>();
  const crossRegionExports = new Map<string, Offer[]>();
  for (const stack of ordered) {
    if (stack.name !== undefined) append(stacksByName, stack.name, stack);
    for (const resource of stack.template.resources.values()) {
      const key = keyOf(stack, resource.logicalId);
      types.set(key, resource.type);
      homes.set(key, stack);
      if (resource.type === 'Custom::CrossRegionExportWriter') {
        const exports = own(own(resource.properties, 'WriterProps'), 'exports') ?? {};
        for (const [name, value] of Object.entries(exports)) append(crossRegionExports, name, { stack, value });
      }
    }
  }
  return { stacks: ordered, stacksByName, types, homes, crossRegionExports, assets };
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
