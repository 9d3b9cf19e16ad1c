import type { AddChange, Change, Fix } from './change';
import { meet, removes } from './places-of-changes';
import { isSame, unmarked } from './same-change';

/** A fix of the run, with the changes that are its own. */
interface Made {
  readonly fix: Fix;
  readonly own: readonly Change[];
}

type RawResource = (key: string) => unknown;

/**
 * What the fixes of one run have made so far.
 *
 * Each of them works alone. All of them work one after the other, because a fix contains the earlier ones that it builds upon,
 * and because a change may be made twice.
 */
export class Run {
  private readonly made: Made[] = [];
  private readonly all: Change[] = [];
  private readonly additions = new Map<string, AddChange>();

  /** The changes that earlier fixes make. */
  get changes(): readonly Change[] {
    return this.all;
  }

  /** The resource that an earlier fix adds, by its key. */
  added(key: string): AddChange | undefined {
    return this.additions.get(key);
  }

  /**
   * Makes a fix of changes.
   *
   * @param builtUpon the keys of new resources of earlier fixes that the changes need
   */
  fix(summary: string, own: readonly Change[], builtUpon: ReadonlySet<string>, raw: RawResource): Fix {
    const removing = this.made.find(earlier => own.some(change => earlier.own.some(other => removes(other, change))));
    const fix = removing ? this.marked(removing.fix) : this.marked({ summary, changes: this.withEarlier(own, builtUpon, raw) });
    if (!removing) {
      this.made.push({ fix, own });
      this.all.push(...own);
      own.forEach(change => change.kind === 'add' && this.additions.set(keyOf(change), change));
    }
    return fix;
  }

  /** The changes, after those of the earlier fixes that they would undo or that they need. */
  private withEarlier(own: readonly Change[], builtUpon: ReadonlySet<string>, raw: RawResource): Change[] {
    const earlier = this.neededBy(own, builtUpon, raw);
    const before = this.made.filter(each => earlier.has(each)).flatMap(each => each.own).filter(change => !this.isLeft(change));
    // What is removed in the end is not changed before.
    return [...before, ...own].filter((change, index, all) =>
      !all.slice(0, index).some(other => isSame(other, change)) && !all.slice(index + 1).some(other => removes(other, change)));
  }

  private neededBy(own: readonly Change[], builtUpon: ReadonlySet<string>, raw: RawResource): ReadonlySet<Made> {
    const added = new Set(builtUpon);
    const needed = new Set<Made>();
    const isUndone = (other: Change) => (change: Change) => meet(change, other, raw) && !removes(change, other) && !isSame(change, other);
    let found = own;
    while (found.length > 0) {
      const changes = found;
      changes.forEach(change => change.kind === 'add' && added.add(keyOf(change)));
      // A resource that is added once more loses what another fix has changed in it.
      const isNeeded = (other: Change) => (other.kind === 'add' ? builtUpon.has(keyOf(other)) : added.has(other.resource)) || changes.some(isUndone(other));
      const further = this.made.filter(each => !needed.has(each) && each.own.some(isNeeded));
      further.forEach(each => needed.add(each));
      found = further.flatMap(each => each.own);
    }
    return needed;
  }

  /** Whether a change is left to the fix that made it: an item of a list that the template has would be there twice. */
  private isLeft(change: Change): boolean {
    return change.kind === 'append' && !this.additions.has(change.resource);
  }

  private marked({ summary, changes }: Fix): Fix {
    return {
      summary,
      changes: changes.map(change => (change.kind === 'add' || change.kind === 'remove') && this.all.some(other => isSame(other, change))
        ? { ...unmarked(change), again: true }
        : change),
    };
  }
}

/** The key of a new resource. */
export function keyOf({ stack, logicalId }: AddChange): string {
  return `${stack}.${logicalId}`;
}
