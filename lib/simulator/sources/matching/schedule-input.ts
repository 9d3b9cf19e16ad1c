import { NotKnownError } from '../../state/not-known-error';

/** What the context attributes of a schedule stand for. */
export interface ScheduleContext {
  readonly scheduleArn: string;

  /** The time for which the schedule set the invocation, e.g. `2022-03-22T18:59:43Z`. */
  readonly scheduledTime: string;

  /** The id of the attempt. */
  readonly executionId: string;

  /** The number of the attempt, from 1. */
  readonly attemptNumber: number;
}

const ATTRIBUTES: Record<string, keyof ScheduleContext> = {
  'schedule-arn': 'scheduleArn',
  'scheduled-time': 'scheduledTime',
  'execution-id': 'executionId',
  'attempt-number': 'attemptNumber',
};

const KEYWORD = /<aws\.scheduler\.([^<>\s"]*)>/g;

/**
 * Compiles the input of a schedule of EventBridge Scheduler. The function puts context attributes in the place of their keywords, as they are.
 *
 * @throws NotKnownError for a keyword that EventBridge Scheduler does not document
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function scheduleInput(input: string): (context: ScheduleContext) => string {
  for (const [keyword, name] of input.matchAll(KEYWORD)) {
    if (!Object.hasOwn(ATTRIBUTES, name)) {
      throw new NotKnownError(`what \`Input\` makes of \`${keyword}\``, `Use one of ${Object.keys(ATTRIBUTES).map(each => `\`<aws.scheduler.${each}>\``).join(', ')}.`);
    }
  }
  return context => input.replace(KEYWORD, (_, name: string) => `${context[ATTRIBUTES[name]]}`);
}
