import { ENVIRONMENT } from '../aws-lambda/function';
import type { Rule } from '../rule';

const DISTRIBUTED_MAP = 'AWS Step Functions developer guide, "ItemReader (Map)"';
const START_REPLAY = 'AWS EventBridge API reference, StartReplay';

export const REPLAY_SOURCE_MISSING: Rule = {
  id: 'ReplaySourceMissing',
  rule: 'have at least one source',
  consequence: 'A replay without a source finds nothing to send.',
  remedy: 'Give the place of your failed events, e.g. `ReplaySource.queue(fn.failureQueue)`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
  evidence: { grade: 'derived', from: ['Lambda keeps a failed event only where a destination or a dead-letter queue takes it.'] },
};

export const REPLAY_SOURCE_UNKNOWN: Rule = {
  id: 'ReplaySourceUnknown',
  rule: 'be given unless failed events go to the failure queue, or to an `AsyncDestination` that is a queue or a bucket',
  consequence: 'A topic, a bus and a function keep no records: the replay cannot tell where they end.',
  remedy: 'Subscribe a queue to the topic, make it the target of a rule, or archive the bus, and give that as `from`.',
  source: 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"',
  evidence: { grade: 'derived', from: ['Of the destinations of Lambda, only queues and buckets keep what they get until somebody takes it, as documented.'] },
};

export const REPLAY_SOURCE_TWICE: Rule = {
  id: 'ReplaySourceTwice',
  rule: 'name each source once',
  consequence: 'A plan that reads a queue twice at the same time finds each message in only one of the two.',
  remedy: 'Remove one of the two.',
  source: 'AWS SQS developer guide, "Amazon SQS visibility timeout"',
  evidence: { grade: 'documented', says: 'A message that one consumer has received is hidden from the others until its visibility timeout is over.' },
};

export const REPLAY_BUCKET_ELSEWHERE: Rule = {
  id: 'ReplayBucketElsewhere',
  rule: 'have buckets of the account and Region of the stack only',
  consequence: 'Step Functions lists the objects of no other bucket: every plan would fail.',
  remedy: 'Declare the replay in a stack of the account and Region of the bucket.',
  source: DISTRIBUTED_MAP,
  evidence: {
    grade: 'documented',
    says: 'Step Functions only supports listing objects in Amazon S3 buckets that are in both the same AWS account and the same AWS Region as the state machine.',
  },
};

export const REPLAY_ARCHIVE_ELSEWHERE: Rule = {
  id: 'ReplayArchiveElsewhere',
  rule: 'have archives of the account and Region of the stack only',
  consequence: 'EventBridge replays an archive to the event bus that it was made for, and the rule that catches the replay is in this stack.',
  remedy: 'Declare the replay in a stack of the account and Region of the archive.',
  source: START_REPLAY,
  evidence: { grade: 'documented', says: 'You can only replay events to the event bus from which they were archived.' },
};

export const REPLAY_FIFO_QUEUE: Rule = {
  id: 'ReplayFifoQueue',
  rule: 'have standard queues only',
  consequence: 'While a message of a FIFO queue is being read, its group yields no other: a plan would miss events.',
  remedy: 'Use a standard queue for failed events, as Lambda itself demands of destinations and dead-letter queues.',
  source: 'AWS SQS developer guide, "FIFO queue delivery logic in Amazon SQS"',
  evidence: {
    grade: 'documented',
    says: 'When you receive a message with a message group ID, no more messages for the same message group ID are returned unless you delete the message or it becomes visible.',
  },
};

export const REPLAY_ENVIRONMENT_TOO_LARGE: Rule = {
  id: 'ReplayEnvironmentTooLarge',
  rule: `have no more entries than fit in ${ENVIRONMENT.max} ${ENVIRONMENT.unit} of environment variables`,
  consequence: 'Lambda refuses more for one function: the deployment of the workers fails.',
  remedy: 'Declare several replays, each with a part of the sources and their functions.',
  source: ENVIRONMENT.source,
  evidence: { grade: 'documented', says: 'The environment variables of a function have 4 KB in all.' },
};

export const REPLAY_TARGET_MISSING: Rule = {
  id: 'ReplayTargetMissing',
  rule: 'have at least one function if no function of the app sends its failed events straight to a source',
  consequence: 'The replay has permission to invoke the functions that it knows, and no others: without one, it sends nothing.',
  remedy: 'Add the functions whose events are to be sent again.',
  source: 'AWS Lambda API reference, Invoke',
  evidence: { grade: 'documented', says: 'The caller needs the permission lambda:InvokeFunction.' },
};
