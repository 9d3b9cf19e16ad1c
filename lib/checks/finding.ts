import { CheckContext } from './check-context';
import { broken, type Rule } from '../constraints/rule';
import type { Origin, Topology } from '../topology';

/** Errors fail the deployment or lose events for certain; warnings are what people regret. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong in an app. */
export interface Finding {
  /** The rule that found it, e.g. `FifoQueueDestination`. */
  readonly id: string;
  readonly severity: Severity;

  /** How people know the stack, e.g. `Prod/Orders`. */
  readonly stack: string;
  readonly logicalId: string;

  /** The construct path, when the app tells it. */
  readonly path?: string;

  /** The property of the resource, as the template writes it, e.g. `DestinationConfig.OnFailure.Destination`. */
  readonly property: string;

  /** What was found there, in words or as a value. */
  readonly value: string;

  /** What must be, what was found, what will happen, and how to fix it. */
  readonly message: string;

  /** Where the rule is documented. */
  readonly source: string;
}

/** What a rule says about one place of a template. */
export interface Place {
  readonly origin: Origin;
  readonly property: string;
  readonly value: string;

  /** The rule that is broken, one of `others`. The default is the rule of the check. */
  readonly rule?: Rule;
}

/** One rule over a topology. A file of `rules/` has one, and is named after it. */
export interface Check {
  readonly rule: Rule;

  /** The other rules under the same id, which a place may name as the broken one. */
  readonly others?: readonly Rule[];
  readonly severity: Severity;

  /** All places that break the rule for certain. What is unknown never does. */
  find(context: CheckContext): Iterable<Place>;
}

/** All findings of some checks, in the order of the checks and of the topology. */
export function findings(topology: Topology, checks: readonly Check[]): Finding[] {
  const context = new CheckContext(topology);
  return checks.flatMap(check => [...check.find(context)].map(place => finding(topology, check, place)));
}

function finding(topology: Topology, check: Check, { origin, property, value, rule = check.rule }: Place): Finding {
  return {
    id: rule.id,
    severity: check.severity,
    stack: topology.stacks.get(origin.stack)?.displayName ?? origin.stack,
    logicalId: origin.logicalId,
    path: origin.path,
    property,
    value,
    message: broken(rule, property, value),
    source: rule.source,
  };
}
