import type { AddChange, Change, Fix } from './change';
import type { FixContext } from './fix-context';
import { valueAt } from './raw-values';
import { referencesIn } from './references';
import { keyOf } from './run';
import { isSame } from './same-change';
import { propertyPath } from '../topology';

/** A resource that a fix adds. */
export interface NewResource {
  /** The wanted logical id. */
  readonly id: string;
  readonly type: string;

  /** The properties, for the logical id that it gets. */
  readonly properties: object | ((id: string) => object);

  /** The key of the resource that needs it: the new one is in its stack. */
  readonly for: string;

  /** The logical id of a resource that comes first. */
  readonly waitsFor?: string;
}

/** Collects the changes of a fix. A change that is not certain makes the whole fix impossible. */
export class Draft {
  private readonly changes: Change[] = [];
  private readonly builtUpon = new Set<string>();
  private isPossible = true;

  constructor(private readonly context: FixContext) {}

  /** Sets a property, e.g. `Targets[0].Arn`. */
  set(resource: string, property: string, value: unknown): this {
    const isCertain = value !== undefined && this.isReachable(resource, property);
    return this.change({ kind: 'set', resource, path: propertyPath(property), value }, isCertain, value);
  }

  /** Adds an item to a list. */
  append(resource: string, property: string, value: unknown): this {
    const path = propertyPath(property);
    const list = valueAt(this.raw(resource), path);
    const isNew = !this.context.topology.resources.has(resource);
    const before = this.context.run.changes
      .flatMap(change => change.kind === 'append' && change.resource === resource && change.path.join('.') === path.join('.') ? [change.value] : []);
    const index = (Array.isArray(list) ? list.length : 0) + before.length;
    return this.change(
      { kind: 'append', resource, path, value, index, earlier: isNew ? [] : before },
      Array.isArray(list) && this.isReachable(resource, property), value,
    );
  }

  /** Removes a property, if the resource has it. */
  remove(resource: string, property: string): this {
    const path = propertyPath(property);
    return valueAt(this.raw(resource), path) === undefined
      ? this
      : this.change({ kind: 'remove', resource, path }, this.isReachable(resource, property));
  }

  /** Removes a resource. */
  removeResource(resource: string): this {
    const others = [...this.context.topology.resources.values()];
    const isReferred = others.some(({ refersTo, dependsOn }) => [...refersTo, ...dependsOn].includes(resource));
    return this.change({ kind: 'remove', resource, path: [] }, this.raw(resource) !== undefined && !isReferred);
  }

  /** Adds a resource, unless an earlier fix of the run adds just the same. Returns its logical id. */
  add({ id: wanted, type, properties, for: owner, waitsFor }: NewResource): string {
    const { stack } = this.context.topology.resources.get(owner)!;
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? wanted : `${wanted}${number}`;
      const change = this.addition(id, type, typeof properties === 'function' ? properties(id) : properties, owner, waitsFor);
      const existing = this.added(keyOf(change));
      if (existing ? isSame(existing, change) : this.context.isFree(stack, id)) {
        this.change(change, true, change.resource);
        return id;
      }
    }
  }

  /** Lets a resource wait for another one of its stack. */
  wait(resource: string, logicalId: string): this {
    return this.change({ kind: 'wait', resource, logicalId }, this.raw(resource) !== undefined, { Ref: logicalId });
  }

  /** Builds upon a resource that an earlier fix of the run adds. */
  buildUpon(key: string): this {
    this.builtUpon.add(key);
    return this;
  }

  /** The fix; `undefined` if one of its changes is not certain. */
  fix(summary: string): Fix | undefined {
    return this.isPossible && this.changes.length + this.builtUpon.size > 0
      ? this.context.run.fix(summary, this.changes, this.builtUpon, key => this.context.raw(key))
      : undefined;
  }

  private change(change: Change, isPossible: boolean, value?: unknown): this {
    this.isPossible &&= isPossible;
    this.changes.push(change);
    const stack = change.kind === 'add' ? change.stack : (this.context.topology.resources.get(change.resource) ?? this.added(change.resource)!).stack;
    const needed = referencesIn(value).map(id => `${stack}.${id}`);
    [...needed, ...change.kind === 'add' ? [] : [change.resource]].filter(key => this.ownAdded(key) === undefined && this.context.run.added(key) !== undefined)
      .forEach(key => this.builtUpon.add(key));
    return this;
  }

  private addition(logicalId: string, Type: string, properties: object, owner: string, waitsFor?: string): AddChange {
    const { stack } = this.context.topology.resources.get(owner)!;
    const hasProperties = Object.keys(properties).length > 0;
    return {
      kind: 'add',
      stack,
      logicalId,
      resource: {
        Type,
        ...hasProperties ? { Properties: properties } : {},
        ...waitsFor === undefined ? {} : { DependsOn: [waitsFor] },
      },
      ...hasProperties ? {} : { for: owner },
    };
  }

  private raw(key: string): unknown {
    return this.ownAdded(key)?.resource ?? this.context.raw(key);
  }

  /** The resource that this fix or an earlier one adds. */
  private added(key: string): AddChange | undefined {
    return this.ownAdded(key) ?? this.context.run.added(key);
  }

  private ownAdded(key: string): AddChange | undefined {
    return this.changes.find((change): change is AddChange => change.kind === 'add' && keyOf(change) === key);
  }

  /** Whether everything around a property is written out, rather than the result of an intrinsic function. */
  private isReachable(resource: string, property: string): boolean {
    const raw = this.raw(resource);
    const path = propertyPath(property);
    return raw !== undefined && path.every((_, end) => {
      const around = valueAt(raw, path.slice(0, end));
      return around === undefined || (typeof around === 'object' && around !== null && !Object.keys(around).some(name => name === 'Ref' || name.startsWith('Fn::')));
    });
  }
}
