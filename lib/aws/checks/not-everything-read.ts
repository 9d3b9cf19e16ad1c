import type { PolicyViolation } from 'aws-cdk-lib';
import type { Topology, Unread } from '../../topology';

/** The name under which the plugin tells what it could not read. It is no rule, and never fails the synth. */
export const NOT_EVERYTHING_READ = 'NotEverythingRead';

/** The parts of an app that the checks could not read, as information. */
export function notEverythingRead(parts: readonly Unread[], topology: Topology, directory: string): PolicyViolation[] {
  return parts.map(({ stack, reason }) => {
    const file = [...topology.stacks.values()].find(({ displayName }) => displayName === stack)?.file;
    return {
      ruleName: NOT_EVERYTHING_READ,
      description: `not everything could be read: ${stack}: ${reason}`,
      severity: 'info',
      violatingResources: [{ constructPath: stack, templatePath: file && `${directory}/${file}`, locations: [] }],
    };
  });
}
