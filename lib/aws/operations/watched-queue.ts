import { Aws, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { QUEUE_NAME_DIMENSION } from '../../constraints/aws-sqs/metrics';
import { MESSAGE_RETENTION, VISIBILITY_TIMEOUT } from '../../constraints/aws-sqs/queue';
import type { ServiceMetric } from '../../constraints/service-metric';
import { isElsewhere } from '../target/environment';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { arnText } from '../target/target-identity';
import { unfolded } from '../target/unfolded';

/** A queue that keeps failed events, as far as the app knows it. Times in seconds, which may be tokens. */
export interface WatchedQueue {
  readonly queueName: string;

  /** Path or ARN, for people. */
  readonly label: string;
  readonly retention?: number;
  readonly visibilityTimeout?: number;

  /** ARN of its own dead-letter queue, for messages that its consumer fails at. */
  readonly deadLetterArn?: string;
}

/** The queue of an ARN; undefined for other targets, and for a queue of another account or Region, whose metrics are there. */
export function watchedQueue(scope: IConstruct, arn: string): WatchedQueue | undefined {
  const resource = referencedResource(arn);
  if (resource) {
    const { attrQueueName, messageRetentionPeriod, visibilityTimeout, redrivePolicy } = resource as sqs.CfnQueue;
    return resource.cfnResourceType !== 'AWS::SQS::Queue' || isElsewhere(resource.stack, Stack.of(scope)) ? undefined : {
      queueName: attrQueueName,
      label: pathOf(resource),
      retention: messageRetentionPeriod ?? MESSAGE_RETENTION.default,
      visibilityTimeout: visibilityTimeout ?? VISIBILITY_TIMEOUT.default,
      deadLetterArn: unfolded<{ readonly deadLetterTargetArn?: string }>(resource, redrivePolicy)?.deadLetterTargetArn,
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

/** A metric of a queue that is known when it is rendered. */
export function queueMetric({ namespace, metricName, statistic }: ServiceMetric, queueName: () => string | undefined): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap: { [QUEUE_NAME_DIMENSION]: Lazy.string({ produce: queueName }) } });
}

/** One text for all ways in which an app names a queue by its ARN. */
export function queueIdentity(arn: string): string {
  const resource = referencedResource(arn);
  return resource ? pathOf(resource) : arn;
}
