import { DENIED, KEY_OF_OTHER_ACCOUNT, OUTSIDE_BOUNDARY } from './destination';
import * as recordings from './recordings';
import { quoting } from '../evidence';
import type { Remedy, Rule } from '../rule';

const GUIDES = 'AWS EventBridge user guide, "Using dead-letter queues to process undelivered events"; AWS SNS developer guide, "Amazon SNS dead-letter queues"; AWS EventBridge Scheduler user guide, "Configuring a schedule\'s dead-letter queue"';

export const CALLER_WITHOUT_DEAD_LETTER_QUEUE: Rule = {
  id: 'CallerWithoutDeadLetterQueue',
  rule: 'be given where the function keeps its failed events',
  consequence: 'The caller retries until Lambda accepts an event, then drops it: for a function that is deleted, denied or throttled for too long, neither its destination nor its dead-letter queue gets the event.',
  remedy: 'Give the rule target, schedule or subscription a dead-letter queue, e.g. `deadLetterQueue` of the target, or acknowledge this warning if you can lose its events.',
  source: GUIDES,
  evidence: { grade: 'documented', says: 'An event that cannot be delivered after all retries is dropped, unless the rule target, schedule or subscription has a dead-letter queue.' },
};

export const UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE: Rule = {
  id: 'UnsupportedCallerDeadLetterQueue',
  rule: 'be a standard queue',
  consequence: quoting('EventBridge refuses other targets, and so do SNS for a standard topic and Scheduler', recordings.FIFO_QUEUE_OF_RULE),
  remedy: 'Use a standard queue.',
  source: `${GUIDES}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.FIFO_QUEUE_OF_RULE, recordings.TOPIC_OF_RULE, recordings.NO_QUEUE_OF_SUBSCRIPTION] },
};

export const CALLER_DEAD_LETTER_QUEUE_ELSEWHERE: Rule = {
  id: UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE.id,
  rule: 'be in the Region of the rule or subscription, and for a subscription in its account, too',
  consequence: 'The service refuses the queue: the deployment fails.',
  remedy: 'Use a queue of the same Region and account.',
  source: GUIDES,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.QUEUE_OF_OTHER_REGION_OF_RULE],
    caveat: 'The recording is of a rule: for a subscription, the page alone says so. Rules accept queues of other accounts, and nothing is documented for schedules.',
  },
};

/** The remedy for a service that may not use the key of a queue. */
export const KEY_FOR_SERVICE: Remedy = {
  when: 'the key of the queue does not let the service in',
  remedy: 'Allow the service the missing actions in the key policy, e.g. with `key.addToResourcePolicy`: its policy for the account does not cover services.',
};

/** The remedy for a queue with the key of SQS. */
export const KEY_OF_SQS: Remedy = {
  when: 'the queue has the key that AWS manages for SQS',
  remedy: 'Use a key of your own whose policy lets the service in, or `QueueEncryption.SQS_MANAGED`.',
};

/** The remedy for the role of a schedule. */
export const SCHEDULE_ROLE: Remedy = {
  when: 'the caller is a schedule',
  remedy: 'Allow its role to send, e.g. with `queue.grantSendMessages(role)`.',
};

/** The remedy for the key of the queue of a schedule. */
export const SCHEDULE_KEY: Remedy = {
  when: 'the role of a schedule may not use the key of the queue',
  remedy: 'Allow the role the missing actions on the key, e.g. with `key.grantEncryptDecrypt(role)`.',
};

export const CALLER_DEAD_LETTER_PERMISSION_MISSING: Rule = {
  id: 'CallerDeadLetterPermissionMissing',
  rule: 'be a queue that lets the caller in',
  consequence: 'The caller cannot send what Lambda does not accept: each of these events is lost, and only a metric of the caller shows it.',
  remedy: 'Allow the service `sqs:SendMessage` in the policy of the queue, with the rule or topic as `aws:SourceArn`.',
  remedies: [SCHEDULE_ROLE, KEY_FOR_SERVICE, KEY_OF_SQS, SCHEDULE_KEY, KEY_OF_OTHER_ACCOUNT, DENIED, OUTSIDE_BOUNDARY],
  source: GUIDES,
  evidence: {
    grade: 'documented',
    says: 'EventBridge and SNS need a statement in the policy of the queue, and in that of its key, for their service principal; Scheduler sends with the role of the schedule.',
  },
};
