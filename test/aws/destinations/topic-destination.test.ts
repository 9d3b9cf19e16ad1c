import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { allow, bound } from './bound';
import { AsyncDestination } from '../../../lib';
import { errorOf, resources } from '../fixture';

const ARN = { Ref: 'TopicBFC7AF6E' };

describe('a topic', () => {
  test('needs one action', () => {
    const { arn, allowed, stack } = bound(scope => AsyncDestination.topic(new sns.Topic(scope, 'Topic')));

    expect(arn).toEqual(ARN);
    expect(allowed).toEqual([allow('sns:Publish', ARN)]);
    expect(resources(stack, 'AWS::SNS::TopicPolicy')).toEqual({});
  });

  test('with a customer managed key needs two more on the key', () => {
    const { allowed } = bound(stack => AsyncDestination.topic(new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key') })));

    expect(allowed).toEqual([allow('sns:Publish', ARN), allow(['kms:Decrypt', 'kms:GenerateDataKey'], { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] })]);
  });

  test('that is imported with its key needs the same', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:111111111111:orders';
    const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/orders';
    const { arn, allowed } = bound(stack => AsyncDestination.topic(sns.Topic.fromTopicAttributes(stack, 'Topic', { topicArn, keyArn })));

    expect(arn).toBe(topicArn);
    expect(allowed).toEqual([allow('sns:Publish', topicArn), allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn)]);
  });
});

describe('a FIFO topic is refused', () => {
  const refusal = (got: string) => `\`onFailure\` must be a standard topic, got: ${got}. Lambda refuses FIFO topics as destinations: the deployment fails. ` +
    'Use a standard topic, or a function that publishes to the FIFO topic. [Stack/Config]';

  test('of the app', () => {
    expect(errorOf(() => bound(stack => AsyncDestination.topic(new sns.Topic(stack, 'Topic', { fifo: true }))))).toBe(refusal('AWS::SNS::Topic at Stack/Topic'));
  });

  test('that is imported', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:111111111111:orders.fifo';

    expect(errorOf(() => bound(stack => AsyncDestination.topic(sns.Topic.fromTopicArn(stack, 'Topic', topicArn))))).toBe(refusal(`"${topicArn}"`));
  });

  test('whose ARN is a token', () => {
    const topic: Partial<sns.ITopic> = { topicArn: new CfnParameter(new Stack(), 'Arn').valueAsString, fifo: true, node: new Stack(undefined, 'Topic').node };

    expect(errorOf(() => bound(() => AsyncDestination.topic(topic as sns.ITopic)))).toBe(refusal('FIFO topic Topic'));
  });
});
