import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Permissions } from '../deployment/permissions';
import type { Runner } from '../events/runner';
import type { SimulatedFunction } from '../state';

/** What the roles of functions lack to deliver. Nearly every event asks, so each answer is kept. */
export class LackingPermissions {
  constructor(private readonly permissions: Permissions) {}

  /** The reason why a function certainly may not deliver to an ARN; undefined if there is none. */
  reason(runner: Runner, kind: DestinationKind, arn: string): string | undefined {
    const { function: fn, lacking } = runner;
    if (this.permissions.isWithdrawn(fn)) {
      return this.read(fn, kind, arn);
    }
    const known = lacking.get(arn);
    return (known === undefined ? this.remember(runner, kind, arn) : known) ?? undefined;
  }

  private remember({ function: fn, lacking }: Runner, kind: DestinationKind, arn: string): string | null {
    const answer = this.read(fn, kind, arn) ?? null;
    lacking.set(arn, answer);
    return answer;
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
