import { CloudFormationClient, DescribeStackEventsCommand, type StackEvent } from '@aws-sdk/client-cloudformation';
import { parseConfigId } from './memory';
import { CLOCK_SKEW } from './other-run';
import { CONFIG_TYPES } from './stack-configs';
import { SERVICE_TIMEOUT } from '../../constraints/aws-lambda/custom-resource';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';
import { retrying } from '../retry/retrying';

const SECOND = 1000;

/** No event of a resource is further from the next. */
const LONGEST_REQUEST = SERVICE_TIMEOUT.max * SECOND + CLOCK_SKEW;

/** CloudFormation keeps events for 90 days. A stack that is busier than this is not read to the end. */
const MOST_PAGES = 50;

const CALL = { name: 'DescribeStackEvents', repeatable: true, budgets: { wait: 30 * SECOND, maybe: 10 * SECOND, unanswered: 10 * SECOND, grant: 0 } };

/**
 * Whether a resource of the stack was at work on a place at some time, by the events of the stack.
 *
 * A config says when it was put, not by whom. This tells a config of the stack from an equal one of another stack.
 *
 * @param time in milliseconds since 1970
 * @returns nothing if the events do not tell, or may not be read
 */
export async function wasAtWork(stack: string, identity: string, time: number, deployment: Deployment): Promise<boolean | undefined> {
  const cloudFormation = new CloudFormationClient(ONE_ATTEMPT);
  try {
    const events: StackEvent[] = [];
    let NextToken: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const command = new DescribeStackEventsCommand({ StackName: stack, NextToken });
      const page = await retrying(CALL, () => cloudFormation.send(command), deployment);
      events.push(...page.StackEvents ?? []);
      NextToken = page.NextToken;
      const first = events.at(-1)?.Timestamp?.getTime() ?? Infinity;
      if (NextToken === undefined || first < time - LONGEST_REQUEST) {
        return first <= time ? isWithin(events, identity, time) : undefined;
      }
    }
    return undefined;
  } catch (error) {
    deployment.log('events unknown', { error: facts(error).name });
    return undefined;
  } finally {
    cloudFormation.destroy();
  }
}

/** @param events the newest first */
function isWithin(events: readonly StackEvent[], identity: string, time: number): boolean {
  const ours = events.filter(({ ResourceType }) => CONFIG_TYPES.includes(ResourceType!)).reverse();
  return ours.some((begin, index) => {
    if (!begin.ResourceStatus!.endsWith('_IN_PROGRESS') || begin.Timestamp!.getTime() - CLOCK_SKEW > time) {
      return false;
    }
    const end = ours.slice(index + 1).find(({ LogicalResourceId }) => LogicalResourceId === begin.LogicalResourceId);
    const isLongEnough = end === undefined || end.Timestamp!.getTime() + CLOCK_SKEW >= time;
    // The ids of what failed do not tell where it was tried.
    return isLongEnough && (!end?.ResourceStatus!.endsWith('_COMPLETE') || [begin, end].some(event => isAt(event, identity)));
  });
}

function isAt({ PhysicalResourceId }: StackEvent, identity: string): boolean {
  return parseConfigId(PhysicalResourceId)?.identity === identity;
}
