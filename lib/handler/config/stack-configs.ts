import { CloudFormationClient, ListStackResourcesCommand, type StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { parseConfigId, type ConfigId } from './memory';
import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { Deployment } from '../resource';
import { classify } from '../retry/classify';
import { ONE_ATTEMPT } from '../retry/one-attempt';
import { retrying } from '../retry/retrying';

/** A resource of the stack that has, or is getting, a config. */
export interface StackConfig<Settings extends object> {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly status: string;

  /** Time when the resource got its status. */
  readonly since?: Date;

  /** Absent for a resource without a config, e.g. one that is being created. */
  readonly id?: ConfigId<Settings>;
}

/** Types of both clouds: the identity of a place tells them apart. */
export const CONFIG_TYPES: readonly string[] = [RESOURCE_TYPE.asyncInvokeConfig, RESOURCE_TYPE.alibabaAsyncInvokeConfig];

const CALL = { name: 'ListStackResources', repeatable: true, budgets: { grant: 0 } };

/**
 * Lists the resources of a stack that have a config.
 *
 * Two of them have the same place whenever a resource gets another logical id, or when two exchange their targets: CloudFormation
 * creates before it deletes. A config has no room to say whose it is, but the physical ids in the stack do.
 *
 * @returns nothing at all if the role may not list them
 */
export async function stackConfigs<S extends object>(stack: string, deployment: Deployment): Promise<StackConfig<S>[]> {
  const summaries = await stackResources(stack, deployment);
  return summaries
    .filter(({ ResourceType, ResourceStatus }) => CONFIG_TYPES.includes(ResourceType!) && ResourceStatus !== 'DELETE_COMPLETE')
    .map(({ LogicalResourceId, PhysicalResourceId, ResourceStatus, LastUpdatedTimestamp }) => ({
      logicalId: LogicalResourceId!,
      physicalId: PhysicalResourceId ?? '',
      status: ResourceStatus!,
      since: LastUpdatedTimestamp,
      id: parseConfigId<S>(PhysicalResourceId),
    }));
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
    // The handler may have a role of the user's own. Then the values of the config decide alone.
    deployment.log('siblings unknown', { reason: 'cloudformation:ListStackResources is not allowed' });
    return [];
  } finally {
    cloudFormation.destroy();
  }
}
