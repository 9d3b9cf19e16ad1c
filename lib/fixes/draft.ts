import type { AddChange, Change, Fix } from './change';
import { conditionOf, existWith, rarest, type ResourcesOfStack } from './existence';
import type { FixContext } from './fix-context';
import { valueAt } from './raw-values';
import { referencesIn } from './references';
import { keyOf } from './run';
import { isSame } from './same-change';
import { propertyPath } from '../topology';

const UNCERTAIN = 'uncertain';

/** A resource that a fix adds. */
export interface NewResource {
  /** The wanted logical id. */
  readonly id: string;
  readonly type: string;

  /** The properties, for the logical id that it gets. */
  readonly properties: object | ((id: string) => object);

  /** The key of the resource that needs it: the new one is in its stack, and exists under its condition. */
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
    const isCertain = value !== undefined && this.isReachable(resource, property) && this.existWith(resource, referencesIn(value));
    return this.change({ kind: 'set', resource, path: propertyPath(property), value }, isCertain, value);
  }

  /**
   * Adds an item to a list. If it refers to what may not exist, it has the same condition.
   *
   * @param needing the key of the resource that needs the item
   */
  append(resource: string, property: string, value: unknown, needing: string): this {
    const path = propertyPath(property);
    const list = valueAt(this.raw(resource), path);
    const isNew = !this.context.topology.resources.has(resource);
    const before = this.context.run.changes
      .flatMap(change => change.kind === 'append' && change.resource === resource && change.path.join('.') === path.join('.') ? [change.value] : []);
    const item = this.conditional(resource, value);
    const index = (Array.isArray(list) ? list.length : 0) + before.length;
    return this.change(
      { kind: 'append', resource, path, value: item, index, earlier: isNew ? [] : before },
      Array.isArray(list) && item !== undefined && this.isReachable(resource, property) && this.isThereFor(needing, resource), value,
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
        this.change(change, change.conditionOf !== UNCERTAIN, change.resource);
        return id;
      }
    }
  }

  /** Lets a resource wait for another one of its stack. */
  wait(resource: string, logicalId: string): this {
    return this.change({ kind: 'wait', resource, logicalId }, this.raw(resource) !== undefined && this.existWith(resource, [logicalId]), { Ref: logicalId });
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
    const stack = change.kind === 'add' ? change.stack : this.placeOf(change.resource).stack;
    const needed = referencesIn(value).map(id => `${stack}.${id}`);
    [...needed, ...change.kind === 'add' ? [] : [change.resource]].filter(key => this.ownAdded(key) === undefined && this.context.run.added(key) !== undefined)
      .forEach(key => this.builtUpon.add(key));
    return this;
  }

  private addition(logicalId: string, Type: string, properties: object, owner: string, waitsFor?: string): AddChange {
    const { stack, logicalId: ownerId } = this.context.topology.resources.get(owner)!;
    const resources = this.resourcesOf(stack);
    const rare = rarest(resources, [ownerId, ...referencesIn(properties), ...waitsFor === undefined ? [] : [waitsFor]]);
    const hasProperties = Object.keys(properties).length > 0;
    return {
      kind: 'add',
      stack,
      logicalId,
      resource: {
        Type,
        ...rare === undefined ? {} : { Condition: conditionOf(resources(rare)) },
        ...hasProperties ? { Properties: properties } : {},
        ...waitsFor === undefined ? {} : { DependsOn: [waitsFor] },
      },
      ...rare === undefined ? {} : { conditionOf: rare === UNCERTAIN ? UNCERTAIN : `${stack}.${rare}` },
      ...hasProperties ? {} : { for: owner },
    };
  }

  /** A value that is left out if what it refers to does not exist; `undefined` if that takes several conditions. */
  private conditional(resource: string, value: unknown): unknown {
    const references = referencesIn(value);
    if (this.existWith(resource, references)) {
      return value;
    }
    const resources = this.resourcesOf(this.placeOf(resource).stack);
    const condition = conditionOf(resources(rarest(resources, references) ?? ''));
    return condition === undefined ? undefined : { 'Fn::If': [condition, value, { Ref: 'AWS::NoValue' }] };
  }

  private existWith(resource: string, others: readonly string[]): boolean {
    const { stack, logicalId } = this.placeOf(resource);
    return existWith(this.resourcesOf(stack), logicalId, others);
  }

  /** Whether a resource exists whenever one that needs it does. Resources of other stacks deploy on their own. */
  private isThereFor(needing: string, resource: string): boolean {
    const { stack, logicalId } = this.placeOf(resource);
    return this.placeOf(needing).stack !== stack || this.existWith(needing, [logicalId]);
  }

  private resourcesOf(stack: string): ResourcesOfStack {
    return logicalId => this.raw(`${stack}.${logicalId}`);
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

  private placeOf(key: string): { readonly stack: string; readonly logicalId: string } {
    return this.context.topology.resources.get(key) ?? this.added(key)!;
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
