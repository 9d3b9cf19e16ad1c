import type { DestinationKind } from '../../constraints/aws-lambda/destination';
import type { Permissions } from '../deployment/permissions';
import { remembered } from '../remembered';
import type { SimulatedFunction } from '../state';

/** What the roles of functions lack to deliver. Nearly every event asks, so each answer is kept. */
export class LackingPermissions {
  /** By function and ARN; null if nothing is lacking. */
  private readonly answers = new Map<SimulatedFunction, Map<string, string | null>>();

  constructor(private readonly permissions: Permissions) {}

  /** The reason why a function certainly may not deliver to an ARN; undefined if there is none. */
  reason(fn: SimulatedFunction, kind: DestinationKind, arn: string): string | undefined {
    if (this.permissions.isWithdrawn(fn)) {
      return this.read(fn, kind, arn);
    }
    const known = this.answers.get(fn)?.get(arn);
    return (known === undefined ? this.remember(fn, kind, arn) : known) ?? undefined;
  }

  private remember(fn: SimulatedFunction, kind: DestinationKind, arn: string): string | null {
    const answer = this.read(fn, kind, arn) ?? null;
    remembered(this.answers, fn, () => new Map<string, string | null>()).set(arn, answer);
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
