import { invalidParameter } from './refusals';
import { ServiceError, type ApiTopic } from '../../state';
import type { Call } from '../model/api';

/** The fields of an ARN. */
const FIELDS = 6;
const REGION = 3;

/**
 * The topic with that ARN.
 *
 * @throws ServiceError if it does not exist, or is not in the Region of the client
 */
export function topicOf({ messaging, caller }: Call, arn: string): ApiTopic {
  const fields = arn.split(':');
  if (fields.length < FIELDS) {
    throw invalidParameter(`TopicArn Reason: An ARN must have at least ${FIELDS} elements, not ${fields.length}`);
  }
  if (caller.region !== undefined && fields[REGION] !== caller.region) {
    throw invalidParameter('TopicArn');
  }
  const topic = messaging.topics.find(arn);
  if (!topic) {
    throw new ServiceError('NotFound', 404, 'Topic does not exist');
  }
  return topic;
}
