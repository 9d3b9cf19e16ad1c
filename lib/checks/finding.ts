import { CheckContext } from './check-context';
import { broken, type Remedy, type Rule } from '../constraints/rule';
import type { Origin, Topology } from '../topology';

/** Errors fail the deployment or lose events for certain. Warnings are risky settings that the cloud accepts. */
export type Severity = 'error' | 'warning';

/** A mistake in an app. */
export interface Finding {
  /** The rule that found it, e.g. `FifoQueueDestination`. */
  readonly id: string;
  readonly severity: Severity;

  /** The name of the stack, e.g. `Prod/Orders`. */
  readonly stack: string;
  readonly logicalId: string;

  /** The construct path, if the assembly has it. */
  readonly path?: string;

  /** The property of the resource, as the template writes it, e.g. `DestinationConfig.OnFailure.Destination`. */
  readonly property: string;

  /** The value of the property, or a description of it. */
  readonly value: string;

  /** The rule, the value, what happens, and how to fix it. */
  readonly message: string;

  /** Where the rule is documented. */
  readonly source: string;
}

/** A place in a template that breaks a rule. */
export interface Place {
  readonly origin: Origin;
  readonly property: string;
  readonly value: string;

  /** The rule that is broken, one of `others`. The default is the rule of the check. */
  readonly rule?: Rule;

  /** The remedy for this case, one of `remedies` of the rule. The default is the usual one. */
  readonly remedy?: Remedy;
}

/** A check of a topology. Each file in `rules/` has one and is named after its id. */
export interface Check {
  readonly rule: Rule;

  /** The other rules under the same id, which a place may name as the broken one. */
  readonly others?: readonly Rule[];
  readonly severity: Severity;

  /** The places that break the rule for certain. Unknown values never break it. */
  find(context: CheckContext): Iterable<Place>;
}

/** The findings of checks, in the order of the checks and of the topology. */
export function findings(topology: Topology, checks: readonly Check[]): Finding[] {
  const context = new CheckContext(topology);
  const found: Finding[] = [];
  for (const check of checks) {
    for (const place of check.find(context)) {
      found.push(finding(topology, check, place));
    }
  }
  return found;
}

function finding(topology: Topology, check: Check, { origin, property, value, rule = check.rule, remedy }: Place): Finding {
  return {
    id: rule.id,
    severity: check.severity,
    stack: topology.stacks.get(origin.stack)?.displayName ?? origin.stack,
    logicalId: origin.logicalId,
    path: origin.path,
    property,
    value,
    message: broken(rule, property, value, remedy),
    source: rule.source,
  };
}
