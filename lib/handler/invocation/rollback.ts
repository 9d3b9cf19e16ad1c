import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';
import { retrying } from '../retry/retrying';
import { within } from '../retry/within';

const SECOND = 1000;
const CALL_TIME = 10 * SECOND;

/** Short budgets: a missing permission does not come by waiting. */
const BUDGETS = { wait: 60 * SECOND, grant: 0 };

/** Whether a stack is being rolled back; false if that cannot be read. */
export async function isRollingBack(stackId: string, deployment: Deployment): Promise<boolean> {
  const client = new CloudFormationClient(ONE_ATTEMPT);
  const command = new DescribeStacksCommand({ StackName: stackId });
  try {
    const { Stacks: [stack] = [] } = await retrying(
      { name: 'DescribeStacks', repeatable: true, budgets: BUDGETS },
      () => within(CALL_TIME, deployment.clock, options => client.send(command, options)),
      deployment,
    );
    const status = stack?.StackStatus;
    deployment.log('stack', { status });
    return status?.includes('ROLLBACK') ?? false;
  } catch (error) {
    deployment.log('stack unknown', { error: facts(error).name });
    return false;
  } finally {
    client.destroy();
  }
}
