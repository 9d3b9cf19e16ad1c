import { MESSAGE_RETENTION } from '../../constraints/aws-sqs/queue';

/** Where the page with the runbook of each alarm is. */
const PAGE = 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/operations.md';

/** What an operator learns from an alarm. */
export interface Runbook {
  /** A sentence about what happened. */
  readonly happened: string;

  /** A sentence about what is lost, or not. */
  readonly lost: string;

  /** What to do, as sentences with their commands. */
  readonly steps: readonly string[];

  /** Heading of the page. */
  readonly section: string;
}

/** Longest description that CloudWatch accepts. */
const LONGEST_DESCRIPTION = 1024;

/** A token in a text, and the longest name that it stands for. */
const TOKEN = /\$\{Token\[[^\]]*\]\}/g;
const LONGEST_NAME = 80;

/** The description of an alarm. If long names leave no room, the last steps are left to the page. */
export function description({ happened, lost, steps, section }: Runbook): string {
  const page = `${PAGE}#${section}`;
  const texts = [...steps, ''].map((_, left) => [`${happened} ${lost}`, ...steps.slice(0, steps.length - left).map((step, index) => `${index + 1}. ${step}`), page].join('\n'));
  return texts.find(text => text.replaceAll(TOKEN, ' '.repeat(LONGEST_NAME)).length <= LONGEST_DESCRIPTION) ?? page;
}

/** The command that tells what becomes of the events of a function. */
export function explainCommand(target: string): string {
  return `npx cdk-async-invoke explain ${target}`;
}

const READ_RECORDS = 'Read messages: `aws sqs receive-message --max-number-of-messages 10 --message-attribute-names All '
  + '--queue-url $(aws sqs get-queue-url --queue-name NAME --query QueueUrl --output text) > failed.json`. '
  + '`npx cdk-async-invoke replay plan failed.json` shows why they failed, and what to send again.';

const CHECK = '`npx cdk-async-invoke check` finds missing permissions and keys.';

const explain = (target: string, shows: string) => `\`${explainCommand(target)}\` shows ${shows}.`;

const readFrom = (queue: string) => READ_RECORDS.replace('NAME', queue);

export const RUNBOOKS = {
  deliveryFailed: (target: string): Runbook => ({
    happened: `Lambda could not deliver a record about an event of ${target} to its destination.`,
    lost: 'The record is lost, and a failed event with it.',
    steps: [explain(target, 'the destination'), CHECK, 'Find the event in the logs of the function, by the time of this alarm, and send it again.'],
    section: 'delivery-failed',
  }),
  deadLetterFailed: (target: string): Runbook => ({
    happened: `Lambda could not send a failed event of ${target} to the dead-letter queue.`,
    lost: 'The event is lost, unless a failure destination has its record.',
    steps: [explain(target, 'the dead-letter queue'), CHECK, 'Find the event in the logs of the function, by the time of this alarm, and send it again.'],
    section: 'delivery-failed',
  }),
  eventsLost: (target: string): Runbook => ({
    happened: `Lambda gave up an event of ${target} after its attempts, or because it became too old.`,
    lost: 'Nothing keeps it: the event is lost.',
    steps: [
      explain(target, 'why'),
      'Look at the errors and throttles of the function at the time of this alarm, and have the sender send the event again.',
      'Give the function a failure destination, e.g. `AsyncInvokeConfig` with `onFailure`.',
    ],
    section: 'events-lost',
  }),
  eventsPerhapsLost: (target: string): Runbook => ({
    happened: `Lambda gave up an event of ${target} after its attempts, or because it became too old.`,
    lost: 'The app does not tell whether a destination keeps every event: it may be lost.',
    steps: [explain(target, 'what the app knows'), 'Look for a record in the failure destination of the qualifier. If there is none, have the sender send the event again.'],
    section: 'events-lost',
  }),
  eventsDropped: (target: string): Runbook => ({
    happened: `Lambda gave up an event of ${target} after its attempts, or because it became too old.`,
    lost: 'Nothing is lost: a destination or dead-letter queue keeps it.',
    steps: [explain(target, 'where'), 'Mend the function, then send the event again.'],
    section: 'events-dropped',
  }),
  backlog: (target: string, reserved: string): Runbook => ({
    happened: `Events of ${target} wait longer than retries explain.`,
    lost: 'Nothing is lost yet. At their maximum age, Lambda gives them up.',
    steps: [
      explain(target, 'the maximum age and the retries'),
      `Compare \`Throttles\` and \`Errors\` of the function. Throttles: raise its concurrency (${reserved}), or slow the sender down. Errors: mend the function.`,
    ],
    section: 'backlog',
  }),
  loopStopped: (target: string): Runbook => ({
    happened: `Lambda stopped ${target}, because it is part of an infinite loop.`,
    lost: 'Look into the dead-letter queue or failure destination: without one, the event that Lambda stopped is lost.',
    steps: [explain(target, 'what the function sends to'), 'Break the loop: write to another bucket, queue or topic than the one that invokes the function.'],
    section: 'loop-stopped',
  }),
  failureQueueNotEmpty: (target: string, queue: string, name: string): Runbook => ({
    happened: `The queue ${queue} has failed events of ${target}.`,
    lost: 'Nothing is lost yet. The queue deletes them at the end of its retention.',
    steps: [readFrom(name), explain(target, 'the way of an event'), 'Mend the cause, send the events again, e.g. with `FailedEventReplay`, then delete the messages.'],
    section: 'failed-events-in-a-queue',
  }),
  consumerBehind: (target: string, queue: string): Runbook => ({
    happened: `The consumer of the queue ${queue} does not keep up with the failed events of ${target}.`,
    lost: 'Nothing is lost yet. The queue deletes them at the end of its retention.',
    steps: [explain(target, 'the consumer'), 'Look at its errors and throttles, and whether its event source mapping is enabled.'],
    section: 'consumer-behind',
  }),
  recordsExpiring: (target: string, queue: string, name: string): Runbook => ({
    happened: `The oldest failed event of ${target} in the queue ${queue} is about to expire.`,
    lost: 'SQS deletes it without a trace.',
    steps: [
      `Gain time now: \`aws sqs set-queue-attributes --queue-url $(aws sqs get-queue-url --queue-name ${name} --query QueueUrl --output text) `
        + `--attributes MessageRetentionPeriod=${MESSAGE_RETENTION.max}\`.`,
      'Send the events again, or save them, then delete the messages.',
    ],
    section: 'records-expiring',
  }),
  senderFailed: (target: string, sender: string, what: string): Runbook => ({
    happened: `${what} (${sender}) gave up an event, because ${target} or another of its targets did not accept it.`,
    lost: 'Nothing keeps it: the event is lost before Lambda had it.',
    steps: [
      explain(target, 'the sender and its retries'),
      '`npx cdk-async-invoke check` finds missing invoke permissions. Look whether the function exists and is throttled.',
      'Give the sender a dead-letter queue, and send the event again.',
    ],
    section: 'sender-failed',
  }),
  senderDeadLetterFailed: (target: string, sender: string, what: string): Runbook => ({
    happened: `${what} (${sender}) could not send an event for ${target} or another of its targets to its dead-letter queue.`,
    lost: 'The event is lost before Lambda had it.',
    steps: [explain(target, 'the queue'), CHECK, 'Have the event sent again.'],
    section: 'sender-failed',
  }),
  critical: (target: string): Runbook => ({
    happened: `At least one critical alarm about the events of ${target} is in ALARM.`,
    lost: 'Events are lost, or about to be.',
    steps: ['Open the alarm that is in ALARM: its description says what to do.', explain(target, 'the way of an event')],
    section: 'on-call',
  }),
} as const;
