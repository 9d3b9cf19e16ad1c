import * as lambda from '../aws-lambda/destination';
import type { Rule } from '../rule';

const GUIDE = 'Alibaba Cloud Function Compute help, "Destinations for asynchronous invocations", 2026-04-01';

/** A kind of destination. */
export type DestinationKind = 'function' | 'queue' | 'topic' | 'bus' | 'rocketmq';

/** The action that a function's role needs for each kind of destination. */
export const DELIVERY_ACTIONS: Readonly<Record<DestinationKind, string>> = {
  function: 'fc:InvokeFunction',
  queue: 'mns:SendMessage',
  topic: 'mns:PublishMessage',
  bus: 'eventbridge:PutEvents',
  rocketmq: 'mq:PUB',
};

export const UNSUPPORTED_DESTINATION: Rule = {
  id: 'UnsupportedDestination',
  rule: 'be the ARN of a function, of the messages of an MNS queue or topic, of an event bus or of a RocketMQ topic',
  consequence: 'Function Compute delivers to nothing else and refuses the config: "InvalidDestinationResources".',
  remedy: 'Let `alibaba.Destination` write it, or write e.g. "acs:mns:cn-hangzhou:1234567890123456:/queues/name/messages".',
  source: GUIDE,
  evidence: { grade: 'documented', says: 'Destinations are functions, MNS queues and topics, event buses and RocketMQ topics.' },
};

export const SELF_DESTINATION: Rule = {
  id: 'SelfDestination',
  rule: lambda.SELF_DESTINATION.rule,
  consequence: 'Each record invokes the function again, without end: Function Compute does not detect loops.',
  remedy: 'Use another function, or a queue.',
  source: 'Alibaba Cloud Function Compute, aliyun/fc-php-sdk pull request 19: the service checks the form of a destination only',
  evidence: {
    grade: 'derived',
    from: [
      'The service checks only the form of a destination, by a statement of its developers.',
      'Function Compute documents no detection of loops.',
    ],
  },
};

export const DESTINATION_IN_OTHER_REGION: Rule = {
  id: 'DestinationInOtherRegion',
  rule: "be in the function's Region",
  consequence: 'Function Compute documents no delivery to other Regions, and does not check the destination when the config is put: records may be lost.',
  remedy: 'Use a destination of the same Region, or acknowledge this warning once a record has arrived.',
  source: GUIDE,
  evidence: { grade: 'derived', from: ['The page of destinations describes targets of the same Region only.'] },
};

export const DESTINATION_IN_OTHER_ACCOUNT: Rule = {
  id: 'DestinationInOtherAccount',
  rule: "be in the function's account",
  consequence: 'Function Compute documents no delivery to other accounts, and does not check the destination when the config is put: records may be lost.',
  remedy: 'Use a destination of the same account, or acknowledge this warning once a record has arrived.',
  source: GUIDE,
  evidence: { grade: 'derived', from: ['The page of destinations describes targets of the same account only.'] },
};

export const UNKNOWN_DELIVERY: Rule = {
  id: 'UnknownDelivery',
  rule: 'be a destination whose kind is known at synth',
  consequence: 'The permission for the delivery depends on the kind of the destination, and this ARN is known only at deployment.',
  remedy: 'Make the destination with `alibaba.Destination.function`, `queue` or `topic`.',
  source: GUIDE,
  evidence: { grade: 'documented', says: 'Each kind of destination needs its own permission.' },
};
