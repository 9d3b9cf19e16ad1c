import type { Change, Fix } from './change';
import type { FixContext } from './fix-context';
import { valueAt } from './raw-values';
import { propertyPath } from '../topology';

/** Collects the changes of a fix. A change that is not certain makes the whole fix impossible. */
export class Draft {
  private readonly changes: Change[] = [];
  private isPossible = true;

  constructor(private readonly context: FixContext) {}

  /** Sets a property, e.g. `Targets[0].Arn`. */
  set(resource: string, property: string, value: unknown): this {
    return this.change({ kind: 'set', resource, path: propertyPath(property), value }, value !== undefined && this.isReachable(resource, property));
  }

  /** Removes a property, if the resource has it. */
  remove(resource: string, property: string): this {
    const path = propertyPath(property);
    return valueAt(this.context.raw(resource), path) === undefined
      ? this
      : this.change({ kind: 'remove', resource, path }, this.isReachable(resource, property));
  }

  /** Removes a resource. */
  removeResource(resource: string): this {
    const others = [...this.context.topology.resources.values()];
    const isReferred = others.some(({ refersTo, dependsOn }) => [...refersTo, ...dependsOn].includes(resource));
    return this.change({ kind: 'remove', resource, path: [] }, this.context.raw(resource) !== undefined && !isReferred);
  }

  /**
   * Adds a resource.
   *
   * @param waitsFor the logical id of a resource that comes first
   */
  add(stack: string, logicalId: string, type: string, properties: object, waitsFor?: string): this {
    const resource = {
      Type: type,
      ...Object.keys(properties).length > 0 ? { Properties: properties } : {},
      ...waitsFor === undefined ? {} : { DependsOn: [waitsFor] },
    };
    return this.change({ kind: 'add', stack, logicalId, resource }, true);
  }

  /** Lets a resource wait for another one of its stack. */
  wait(resource: string, logicalId: string): this {
    return this.change({ kind: 'wait', resource, logicalId }, this.context.raw(resource) !== undefined);
  }

  /** The fix; `undefined` if one of its changes is not certain. */
  fix(summary: string): Fix | undefined {
    return this.isPossible && this.changes.length > 0 ? { summary, changes: this.changes } : undefined;
  }

  private change(change: Change, isPossible: boolean): this {
    this.isPossible &&= isPossible;
    this.changes.push(change);
    return this;
  }

  /** Whether everything around a property is written out, rather than the result of an intrinsic function. */
  private isReachable(resource: string, property: string): boolean {
    const raw = this.context.raw(resource);
    const path = propertyPath(property);
    return raw !== undefined && path.every((_, end) => {
      const around = valueAt(raw, path.slice(0, end));
      return around === undefined || (typeof around === 'object' && around !== null && !Object.keys(around).some(name => name === 'Ref' || name.startsWith('Fn::')));
    });
  }
}
