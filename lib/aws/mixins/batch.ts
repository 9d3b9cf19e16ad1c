import type { IConstruct } from 'constructs';

/**
 * What a mixin knows of an app while it visits a part of it.
 *
 * Reading the whole app for each function would take the square of the time, and what was read becomes stale when the app grows.
 * aws-cdk-lib visits a scope and then what is within it, so a construct outside of the first scope begins a new visit.
 */
export class Batch<T> {
  private first?: IConstruct;
  private known?: T;

  constructor(private readonly read: (root: IConstruct) => T) {}

  /** Notes that a construct is visited. */
  visit(construct: IConstruct): void {
    if (this.first === undefined || construct === this.first || !construct.node.scopes.includes(this.first)) {
      this.first = construct;
      this.known = undefined;
    }
  }

  /** What is known of the app of a construct that is visited. */
  of(construct: IConstruct): T {
    return this.known ??= this.read(construct.node.root);
  }
}
