import { partitionOf, type StackNode, type Topology } from '../../topology';
import { STANDARD_PLACE } from '../state';

/** Environment of the stacks for which the app does not set one. */
export interface DeploymentEnvironment {
  /**
   * The ID of the account: twelve digits.
   *
   * @default '123456789012'
   */
  readonly account?: string;

  /**
   * The Region, e.g. `eu-west-1`.
   *
   * @default 'us-east-1'
   */
  readonly region?: string;
}

/** The environment of a stack, as CloudFormation fills it in. */
export interface StackEnvironment {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** The environment of each stack, by its id. */
export function stackEnvironments({ stacks }: Topology, standard: DeploymentEnvironment): Map<string, StackEnvironment> {
  return new Map([...stacks.values()].map(stack => [stack.id, environmentOf(stack, standard)]));
}

function environmentOf(stack: StackNode, standard: DeploymentEnvironment): StackEnvironment {
  const region = stack.region ?? standard.region ?? STANDARD_PLACE.region;
  return {
    // CloudFormation names nested stacks itself.
    stackName: stack.name ?? stack.displayName.replace(/[^A-Za-z0-9]+/g, '-'),
    account: stack.account ?? standard.account ?? STANDARD_PLACE.account,
    region,
    partition: partitionOf(region),
  };
}
