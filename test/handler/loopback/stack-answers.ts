import type { ScriptedAnswer } from './scripted-server';

/** A resource as CloudFormation lists it. */
export interface ListedResource {
  readonly logicalId: string;
  readonly physicalId: string;

  /** @default Custom::LambdaAsyncInvokeConfig */
  readonly type?: string;

  /** @default CREATE_COMPLETE */
  readonly status?: string;

  /** @default 2026-01-01T00:00:00Z */
  readonly since?: Date;
}

/** An event as CloudFormation lists it. */
export type ListedEvent = Required<ListedResource>;

/** The answer of ListStackResources. */
export function stackResources(resources: readonly ListedResource[], nextToken?: string): ScriptedAnswer {
  const members = resources.map(({ logicalId, physicalId, type = 'Custom::LambdaAsyncInvokeConfig', status = 'CREATE_COMPLETE', since = new Date('2026-01-01T00:00:00Z') }) => `<member>
    <LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${physicalId}</PhysicalResourceId>
    <ResourceType>${type}</ResourceType><ResourceStatus>${status}</ResourceStatus>
    <LastUpdatedTimestamp>${since.toISOString()}</LastUpdatedTimestamp></member>`);
  return {
    body: `<ListStackResourcesResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackResourcesResult>
      <StackResourceSummaries>${members.join('')}</StackResourceSummaries>${nextToken ? `<NextToken>${nextToken}</NextToken>` : ''}
      </ListStackResourcesResult></ListStackResourcesResponse>`,
  };
}

/** The answer of DescribeStackEvents. */
export function stackEvents(events: readonly ListedEvent[], nextToken?: string): ScriptedAnswer {
  const members = events.map(({ logicalId, physicalId, type, status, since }, index) => `<member>
    <StackId>s</StackId><StackName>s</StackName><EventId>${index}</EventId>
    <LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${physicalId}</PhysicalResourceId>
    <ResourceType>${type}</ResourceType><ResourceStatus>${status}</ResourceStatus>
    <Timestamp>${since.toISOString()}</Timestamp></member>`);
  return {
    body: `<DescribeStackEventsResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStackEventsResult>
      <StackEvents>${members.join('')}</StackEvents>${nextToken ? `<NextToken>${nextToken}</NextToken>` : ''}
      </DescribeStackEventsResult></DescribeStackEventsResponse>`,
  };
}

/** An error as CloudFormation words it. */
export function cloudFormationError(status: number, code: string, message = `${code} it is.`): ScriptedAnswer {
  return { status, body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>` };
}
