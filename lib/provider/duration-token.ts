import type { Duration } from 'aws-cdk-lib';

/** The message for a duration that is a token of another unit than seconds: its number reaches the template unchanged. */
export function tokenUnitViolation(property: string, duration: Duration): string | undefined {
  return duration.isUnresolved() && duration.unitLabel() !== 'seconds'
    ? `\`${property}\` must be in seconds when it is a token, got: ${duration.unitLabel()}. Use \`Duration.seconds\`.`
    : undefined;
}
