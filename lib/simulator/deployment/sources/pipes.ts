import { lazily, listIn, numberIn, objectIn, type DeployedResource, type DeployedResources } from './deployed-resources';
import { DELIVERY_ACTIONS } from '../../../constraints/aws-lambda/destination';
import { parseDestinationArn } from '../../../constraints/aws-lambda/destination-arn';
import type { DeclaredCall, DeclaredPipe } from '../../sources/declared-sources';
import { filterCriteria } from '../../sources/matching/filter-criteria';
import { pipeInput } from '../../sources/matching/pipe-input';
import type { PipeStage } from '../../sources/pipe/pipe-target';
import type { SimulatedFunctions } from '../../state';
import type { Permissions } from '../permissions';

/** The largest batch unless the template sets it. Source: EventBridge user guide, "Amazon Simple Queue Service as a source". */
const BATCH_SIZE = 10;

/** What a pipe does with a queue. */
const POLLING = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** The pipes of the queues of an app that are switched on and may read. */
export function deployedPipes(
  resources: DeployedResources, functions: SimulatedFunctions, permissions: Permissions, unplayed: string[],
): DeclaredPipe[] {
  return resources.of(
    'AWS::Pipes::Pipe', 'Name', 'Source', 'SourceParameters', 'Enrichment', 'EnrichmentParameters', 'Target', 'TargetParameters', 'RoleArn', 'DesiredState',
  ).flatMap((resource): DeclaredPipe[] => {
    const { properties: { Source: source, Enrichment: enrichment, Target: target, RoleArn: role = '', DesiredState: state }, key } = resource;
    if (typeof source !== 'string' || typeof target !== 'string' || state === 'STOPPED') {
      return [];
    }
    if (source.split(':')[2] !== 'sqs') {
      unplayed.push(`\`Source\` of \`${key}\` is not played: only pipes from SQS queues are`);
      return [];
    }
    const enriching = enrichment === undefined ? undefined : functionAt(functions, String(enrichment));
    if (enrichment !== undefined && !enriching) {
      unplayed.push(`\`Enrichment\` of \`${key}\` is not played, and neither is the pipe: only functions of the app enrich events`);
      return [];
    }
    const missing = permissions.missingOfRole(String(role), POLLING, 'queue', source);
    if (missing.length > 0) {
      unplayed.push(`\`Source\` of \`${key}\` is not played: the role of the pipe lacks ${missing.join(' and ')}`);
      return [];
    }
    return [pipe(resource, functions, permissions, enriching)];
  });
}

function pipe(
  resource: DeployedResource, functions: SimulatedFunctions, permissions: Permissions, enriching: DeclaredCall | undefined,
): DeclaredPipe {
  const { properties, key, logicalId, path, environment: { partition, region, account } } = resource;
  const { Source: source, Target: target, RoleArn: role, SourceParameters, EnrichmentParameters, TargetParameters } = properties;
  const name = typeof properties.Name === 'string' ? properties.Name : resource.name;
  const { SqsQueueParameters: polling, FilterCriteria: criteria } = objectIn(SourceParameters);
  const { LambdaFunctionParameters: call, EventBridgeEventBusParameters: bus, SqsQueueParameters: message, ...others } = objectIn(TargetParameters);
  const patterns = listIn(objectIn(criteria).Filters).map(({ Pattern }) => String(Pattern));
  const filter = lazily(() => filterCriteria(patterns, 'sqs', 'pipe'));
  const waits = objectIn(call).InvocationType !== 'FIRE_AND_FORGET';
  return {
    kind: 'pipe',
    key,
    logicalId,
    path,
    name,
    arn: `arn:${partition}:pipes:${region}:${account}:pipe/${name}`,
    account,
    region,
    queue: source,
    batchSize: numberIn(objectIn(polling).BatchSize, BATCH_SIZE),
    batchingWindow: numberIn(objectIn(polling).MaximumBatchingWindowInSeconds, 0),
    accepts: patterns.length === 0 ? undefined : record => filter()(record),
    enrichment: enriching && { ...stage(permissions, role, String(properties.Enrichment), objectIn(EnrichmentParameters).InputTemplate, 'sqs'), ...enriching },
    target: {
      // After an enrichment, nothing tells which field holds a payload.
      ...stage(permissions, role, target, others.InputTemplate, enriching ? undefined : 'sqs'),
      bus: { source: objectIn(bus).Source, detailType: objectIn(bus).DetailType, resources: listIn(objectIn(bus).Resources).map(String) },
      groupId: objectIn(message).MessageGroupId,
      deduplicationId: objectIn(message).MessageDeduplicationId,
    },
    waitsFor: waits ? functionAt(functions, target) : undefined,
  };
}

function stage(permissions: Permissions, role: unknown, arn: string, template: string | undefined, source: 'sqs' | undefined): PipeStage {
  const input = lazily(() => pipeInput(template, source));
  return { arn, problem: problem(permissions, String(role ?? ''), arn), input: (event, context) => input()(event, context) };
}

function problem(permissions: Permissions, role: string, arn: string): string | undefined {
  const kind = parseDestinationArn(arn)?.kind;
  const missing = kind === undefined ? [] : permissions.missingOfRole(role, DELIVERY_ACTIONS[kind], kind, arn);
  return missing.length === 0 ? undefined : `the role of the pipe lacks ${missing.join(' and ')}`;
}

function functionAt(functions: SimulatedFunctions, arn: string): DeclaredCall | undefined {
  const found = functions.declaredAt(arn);
  return found && { function: found, qualifier: arn.split(':')[7] };
}
