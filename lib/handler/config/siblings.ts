import { CloudFormationClient, ListStackResourcesCommand, type StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { parseConfigId, type ConfigId } from './memory';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { Deployment } from '../resource';
import { classify } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';
import { retrying } from '../retry/retrying';

/** Of both clouds: where a config is, tells them apart. */
const TYPES: readonly string[] = [RESOURCE_TYPE.asyncInvokeConfig, RESOURCE_TYPE.alibabaAsyncInvokeConfig];

const CALL = { name: 'ListStackResources', repeatable: true, budgets: { grant: 0 } };

/**
 * The other resources of a stack that have put a config at the same place.
 *
 * There are some whenever a resource gets another logical id, or when two swap their targets: CloudFormation makes
 * the new before it deletes the old, so that for a while, both mean the same config. A config has no room to
 * say whose it is, but the stack knows who is in it.
 *
 * @param id that of the one that asks; absent if it has none yet
 */
export async function siblings<S extends object>(
  stack: string,
  id: string | undefined,
  identity: string,
  deployment: Deployment,
): Promise<ConfigId<S>[]> {
  const summaries = await stackResources(stack, deployment);
  return summaries
    .filter(({ ResourceType, ResourceStatus, PhysicalResourceId }) =>
      TYPES.includes(ResourceType!) && ResourceStatus !== 'DELETE_COMPLETE' && PhysicalResourceId !== id)
    .map(({ PhysicalResourceId }) => parseConfigId<S>(PhysicalResourceId))
    .filter((sibling): sibling is ConfigId<S> => sibling?.identity === identity);
}

async function stackResources(stack: string, deployment: Deployment): Promise<StackResourceSummary[]> {
  const cloudFormation = new CloudFormationClient(ONE_ATTEMPT);
  try {
    const found: StackResourceSummary[] = [];
    let NextToken: string | undefined;
    do {
      const command = new ListStackResourcesCommand({ StackName: stack, NextToken });
      const page = await retrying(CALL, () => cloudFormation.send(command), deployment);
      found.push(...page.StackResourceSummaries ?? []);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return found;
  } catch (error) {
    if (classify(error) !== 'grant') {
      throw error;
    }
    // A role of the user's own, perhaps: then the values of the config have to decide alone.
    deployment.log('siblings unknown', { reason: 'cloudformation:ListStackResources is not allowed' });
    return [];
  } finally {
    cloudFormation.destroy();
  }
}
