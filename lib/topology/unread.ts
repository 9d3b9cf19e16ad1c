import { pathOf } from './construct-path';
import type { Delivery } from './nodes/delivery';
import { isNoFunction } from './targets/no-arn';
import type { Topology } from './topology';
import { known } from './values/value';

/** A part of an app that could not be read. */
export interface Unread {
  /** The name of the stack that users see. */
  readonly stack: string;

  /** What may be missing, and why. */
  readonly reason: string;
}

/** What a topology may lack: parts of templates, and callers and configs whose function only the deployment knows. */
export function unread(topology: Topology): Unread[] {
  const { stacks, deliveries, configs } = topology;
  const callers = new Reasons(topology);
  for (const { origin, to, ...delivery } of deliveries) {
    if (to.kind === 'unknown' && !isNoFunction(to) && mayInvoke(delivery)) {
      callers.add(origin.stack, origin.key, to.reason);
    }
  }
  const configured = new Reasons(topology);
  for (const { stack, key, function: fn } of configs) {
    if (fn.kind === 'unknown') {
      configured.add(stack, key, fn.reason);
    }
  }
  return [...stacks.values()].flatMap(({ id, displayName, unknowns }) => [
    ...unknowns,
    ...callers.of(id).map(([names, reason]) => `${names} may invoke functions asynchronously: ${reason}`),
    ...configured.of(id).map(([names, reason]) => `the function of ${names} is unknown: ${reason}`),
  ].map(reason => ({ stack: displayName, reason })));
}

/** The deliveries of Lambda itself, which an explanation shows at their function. */
const OF_LAMBDA: ReadonlyArray<Delivery['kind']> = ['on-success', 'on-failure', 'dead-letter-queue'];

function mayInvoke({ kind, enabled, neverToFunction }: Omit<Delivery, 'origin' | 'to'>): boolean {
  return !OF_LAMBDA.includes(kind) && known(enabled) !== false && !neverToFunction;
}

/** Further resources of one reason are only counted. */
const MOST_NAMES = 3;

/** Resources by stack and reason, so that one parameter is told once. */
class Reasons {
  private readonly found = new Map<string, Map<string, Set<string>>>();

  constructor(private readonly topology: Topology) {}

  add(stack: string, key: string, reason: string): void {
    const reasons = this.found.get(stack) ?? new Map<string, Set<string>>();
    this.found.set(stack, reasons);
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(key));
  }

  /** The resources in words, and the reason. */
  of(stack: string): Array<[names: string, reason: string]> {
    return [...this.found.get(stack) ?? []].map(([reason, keys]) => [this.named([...keys]), reason]);
  }

  private named(keys: readonly string[]): string {
    const names = keys.slice(0, MOST_NAMES).map(key => pathOf(this.topology, key));
    const last = keys.length > MOST_NAMES ? `${keys.length - MOST_NAMES} more` : names.pop()!;
    return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  }
}
