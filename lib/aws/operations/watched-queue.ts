import { Aws, Fn, Stack, Token } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { VISIBILITY_TIMEOUT } from '../../constraints/aws-lambda/event-source-mapping';
import { MESSAGE_RETENTION } from '../../constraints/aws-sqs/metrics';
import { isElsewhere } from '../target/environment';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { arnText } from '../target/target-identity';

/** A queue that keeps failed events, as far as the app knows it. Times in seconds, which may be tokens. */
export interface WatchedQueue {
  readonly queueName: string;

  /** Path or ARN, for people. */
  readonly label: string;
  readonly retention?: number;
  readonly visibilityTimeout?: number;
}

/** The queue of an ARN; undefined for other targets, and for a queue of another account or Region, whose metrics are there. */
export function watchedQueue(scope: IConstruct, arn: string): WatchedQueue | undefined {
  const resource = referencedResource(arn);
  if (resource) {
    const { attrQueueName, messageRetentionPeriod, visibilityTimeout } = resource as sqs.CfnQueue;
    return resource.cfnResourceType !== 'AWS::SQS::Queue' || isElsewhere(resource.stack, Stack.of(scope)) ? undefined : {
      queueName: attrQueueName,
      label: pathOf(resource),
      retention: messageRetentionPeriod ?? MESSAGE_RETENTION.default,
      visibilityTimeout: visibilityTimeout ?? VISIBILITY_TIMEOUT.default,
    };
  }
  const [, , service, region, account] = arnText(scope, arn)?.split(':') ?? [];
  if (service !== 'sqs' || isElsewhere({ account: known(account), region: known(region) }, Stack.of(scope))) {
    return undefined;
  }
  return { queueName: Token.isUnresolved(arn) ? Fn.select(NAME_PART, Fn.split(':', arn)) : arn.split(':')[NAME_PART], label: arn };
}

/** Index of the name in the parts of the ARN of a queue. */
const NAME_PART = 5;

/** An account or Region that is not known may be any. */
function known(part: string): string {
  return /^[\w-]+$/.test(part) ? part : Aws.NO_VALUE;
}
