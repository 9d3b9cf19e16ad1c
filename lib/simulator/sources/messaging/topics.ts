import { TOPIC_MESSAGE } from '../../../constraints/aws-lambda/destination';
import type { ApiTopic, Caller, MessageToPublish, TakenMessage, TopicService } from '../../state';
import { admitted, type SendingLambda } from '../handles/sender';

/** The topics as SNS serves them. */
export class Topics implements TopicService {
  constructor(private readonly lambda: SendingLambda) {}

  find(arn: string): ApiTopic | undefined {
    const settings = this.lambda.sources.topics.get(arn)?.settings;
    return settings && { ...settings, maximumMessageSize: TOPIC_MESSAGE.max };
  }

  publish({ arn }: ApiTopic, message: MessageToPublish, { trace }: Caller): TakenMessage {
    const { sources } = this.lambda;
    const { cause, lineage } = admitted(this.lambda, 'sns:Publish', 'topic', arn, trace, 'AuthorizationError');
    const { messageId, sequenceNumber, hop } = sources.topics.get(arn)!.publish(message, cause, lineage);
    sources.begin(hop);
    return { messageId, sequenceNumber };
  }
}
