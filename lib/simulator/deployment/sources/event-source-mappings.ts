import { isOn, lazily, listIn, numberIn, type DeployedResource, type DeployedResources } from './deployed-resources';
import { filterCriteria } from '../../sources/matching/filter-criteria';
import type { MappingSettings } from '../../sources/queue/event-source-mapping';
import type { SimulatedFunction, SimulatedFunctions } from '../../state';
import type { Permissions } from '../permissions';

/** The largest batch unless the template sets it. Source: AWS Lambda API reference, CreateEventSourceMapping. */
const BATCH_SIZE = 10;

/** What Lambda does with a queue in the name of the function. */
const POLLING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** A mapping of a queue of the app. */
export interface DeployedMapping extends MappingSettings {
  readonly queue: string;
  readonly function: SimulatedFunction;
}

/** The event source mappings of the queues of an app that are switched on and may read. */
export function deployedMappings(
  resources: DeployedResources, functions: SimulatedFunctions, permissions: Permissions, unplayed: string[],
): DeployedMapping[] {
  return resources.of(
    'AWS::Lambda::EventSourceMapping', 'EventSourceArn', 'FunctionName', 'BatchSize', 'MaximumBatchingWindowInSeconds', 'FunctionResponseTypes', 'ScalingConfig', 'FilterCriteria', 'Enabled',
  ).flatMap((resource): DeployedMapping[] => {
    const { EventSourceArn: source, Enabled: enabled } = resource.properties;
    const found = functionOf(functions, resource);
    if (typeof source !== 'string' || !found || !(enabled === undefined || isOn(enabled))) {
      return [];
    }
    if (source.split(':')[2] !== 'sqs') {
      unplayed.push(`\`EventSourceArn\` of \`${resource.key}\` is not played: only mappings of SQS queues are`);
      return [];
    }
    const missing = permissions.missing(found.function, POLLING, 'queue', source);
    if (missing.length > 0) {
      unplayed.push(`\`EventSourceArn\` of \`${resource.key}\` is not played: Lambda refuses the mapping, because the role of \`${found.function.settings.logicalId}\` lacks ${missing.join(' and ')}`);
      return [];
    }
    return [{ ...settings(resource), ...found, queue: source }];
  });
}

function settings({ key, logicalId, path, name, properties }: DeployedResource): MappingSettings {
  const patterns = listIn(properties.FilterCriteria?.Filters).map(({ Pattern }) => String(Pattern));
  const filter = lazily(() => filterCriteria(patterns, 'sqs'));
  return {
    kind: 'event source mapping',
    key,
    logicalId,
    path,
    name,
    batchSize: numberIn(properties.BatchSize, BATCH_SIZE),
    batchingWindow: numberIn(properties.MaximumBatchingWindowInSeconds, 0),
    reportsFailures: listIn(properties.FunctionResponseTypes).some(type => String(type) === 'ReportBatchItemFailures'),
    maximumConcurrency: numberIn(properties.ScalingConfig?.MaximumConcurrency, Infinity),
    accepts: patterns.length === 0 ? undefined : record => filter()(record),
  };
}

/** `FunctionName` may be a name or an ARN, with a qualifier or without. */
function functionOf(
  functions: SimulatedFunctions, { properties, environment: { account, region } }: DeployedResource,
): Pick<DeployedMapping, 'function' | 'qualifier'> | undefined {
  const given = String(properties.FunctionName ?? '');
  const fields = given.split(':');
  const [name, qualifier] = given.startsWith('arn:') ? fields.slice(6) : fields.includes('function') ? fields.slice(fields.indexOf('function') + 1) : fields;
  const found = given.startsWith('arn:') ? functions.declaredAt(given) : functions.find(name, { account, region });
  return found && { function: found, qualifier };
}
