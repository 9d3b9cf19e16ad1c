import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Permissions } from '../deployment/permissions';
import type { Runner } from '../events/runner';
import { remembered } from '../remembered';
import type { SimulatedFunction } from '../state';

/** What the roles of functions lack to deliver. Nearly every event asks, so each answer is kept. */
export class LackingPermissions {
  constructor(private readonly permissions: Permissions) {}

  /** The reason why a function certainly may not deliver to an ARN; undefined if there is none. */
  reason(runner: Runner, kind: DestinationKind, arn: string): string | undefined {
    const { function: fn } = runner;
    if (this.permissions.isWithdrawn(fn)) {
      return this.read(fn, kind, arn);
    }
    // Over 10,000 functions, a map for each is slower to reach: 0.1 µs for an event.
    if (runner.deliversTo === arn) {
      return undefined;
    }
    const known = remembered(runner.lacking, arn, () => this.read(fn, kind, arn) ?? null);
    runner.deliversTo = known === null ? arn : runner.deliversTo;
    return known ?? undefined;
  }

  private read(fn: SimulatedFunction, kind: DestinationKind, arn: string): string | undefined {
    // Only admission lists the bucket.
    const missing = this.permissions.missingActions(fn, kind, arn).filter(action => action !== 's3:ListBucket');
    const missingForKey = missing.length > 0 ? [] : this.permissions.missingKeyActions(fn, kind, arn);
    return missing.length + missingForKey.length === 0
      ? undefined
      : `the role of \`${fn.settings.logicalId}\` lacks ${[...missing, ...missingForKey].join(' and ')}${missing.length > 0 ? '' : ' on its key'}`;
  }
}
