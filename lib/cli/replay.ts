import { integer } from './integer';
import type { Outcome } from './outcome';
import { documents } from './replay/documents';
import { sentTimes } from './replay/sent-times';
import { UsageError } from './usage-error';
import { REPLAY_BOUNDS, type ReplayInput } from '../contract/replay';
import type { ReplayPlanSummary, ReplaySelection } from '../contract/replay-plan';
import { readRecords } from '../invocation-record';
import { checkedInput, InputError } from '../replay/plan/checked-input';
import { decide, type Wishes } from '../replay/plan/decision';
import { failedEvent } from '../replay/plan/failed-event';
import { FirstEvents } from '../replay/plan/first-events';
import { functionParts } from '../replay/plan/function-arn';
import { PlanSums } from '../replay/plan/plan-summary';
import { plannedEvent } from '../replay/plan/planned-event';
import { planInWords } from '../replay/plan/words';

/** The options of `replay plan`. */
export interface ReplayOptions {
  readonly 'from'?: string;
  readonly 'until'?: string;
  readonly 'min-age'?: string;
  readonly 'max-age'?: string;
  readonly 'function'?: string[];
  readonly 'qualifier'?: string[];
  readonly 'condition'?: string[];
  readonly 'error-type'?: string[];
  readonly 'executed-version'?: string[];
  readonly 'advice'?: string[];
  readonly 'request-id'?: string[];
  readonly 'order'?: string;
  readonly 'limit'?: string;
  readonly 'target'?: string;
  readonly 'rate'?: string;
  readonly 'dead-letters-of'?: string;
  readonly 'json'?: boolean;
}

/** Longest age in seconds: records are kept for less than that in queues, and seldom longer in buckets. */
const LONGEST_AGE = 10 * 365 * 24 * 3600;

/** Most unreadable documents that are named. */
const MOST_UNREAD = 10;

/** Plans a replay of records in files. Sends nothing. */
export async function replay(positionals: readonly string[], options: ReplayOptions): Promise<Outcome> {
  const [verb, ...paths] = positionals;
  if (verb !== 'plan') {
    throw new UsageError(`\`replay\` must be followed by \`plan\`, got: ${verb ?? 'nothing'}. Only the replay that your app deploys sends events. See \`cdk-async-invoke replay --help\`.`);
  }
  if (paths.length === 0) {
    throw new UsageError('`replay plan` must be followed by files or directories with records, or `-` for the standard input. See `cdk-async-invoke replay --help`.');
  }
  const unread: string[] = [];
  const plan = await planOf(paths, inputOf(options), deadLettersOf(options['dead-letters-of']), unread);
  const problem = unread.slice(0, MOST_UNREAD).map(line => `cdk-async-invoke: ${line}.\n`).join('');
  return { code: 0, out: options.json ? `${JSON.stringify(plan, undefined, 2)}\n` : planInWords(plan), ...problem !== '' && { problem } };
}

async function planOf(
  paths: readonly string[],
  { select = {}, order, limit = Infinity, target, rate }: ReplayInput,
  deadLetters: string | undefined,
  unread: string[],
): Promise<ReplayPlanSummary> {
  const now = Date.now();
  const wishes: Wishes = { select, now, ...target !== undefined && { target } };
  const sums = new PlanSums();
  const first = order && new FirstEvents(order, limit);
  for await (const { file, text } of documents(paths)) {
    const times = sentTimes(parsed(text));
    for (const reading of readRecords(text)) {
      const sentAt = reading.messageId === undefined ? undefined : times.get(reading.messageId);
      const decision = decide(failedEvent(reading, { deadLettersOf: deadLetters, sentAt }), wishes);
      sums.add({ read: 1, notSelected: 'left' in decision && decision.left === 'notSelected' ? 1 : 0 });
      if ('left' in decision) {
        if (decision.left !== 'notSelected') {
          sums.leave(decision.left);
        }
        if (decision.reason !== undefined && unread.length < MOST_UNREAD) {
          unread.push(`a document in ${file} is left: ${decision.reason}`);
        }
        continue;
      }
      const event = plannedEvent(decision.event, decision.target, { source: file }, now);
      const beyond = first ? first.offer(event) : sums.selected < limit ? undefined : event;
      if (beyond) {
        sums.leave('beyondLimit');
      } else if (!first) {
        sums.add({ event });
      }
    }
  }
  first?.inOrder().forEach(event => sums.add({ event }));
  return sums.summary({ plan: 'of files', now, complete: true, warnings: [], ...target !== undefined && { target }, ...rate !== undefined && { rate } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The options as the input of an execution, with the same checks. */
function inputOf(options: ReplayOptions): ReplayInput {
  const select = {
    from: options.from,
    until: options.until,
    minAge: integer('--min-age', options['min-age'], 0, LONGEST_AGE),
    maxAge: integer('--max-age', options['max-age'], 0, LONGEST_AGE),
    functions: options.function,
    qualifiers: options.qualifier,
    conditions: options.condition,
    errorTypes: options['error-type'],
    executedVersions: options['executed-version'],
    advice: options.advice as ReplaySelection['advice'],
    requestIds: options['request-id'],
  };
  const limit = options.order === undefined ? REPLAY_BOUNDS.limit : REPLAY_BOUNDS.orderedLimit;
  try {
    return checkedInput({
      select,
      order: options.order,
      limit: integer('--limit', options.limit, limit.min, limit.max),
      target: options.target,
      rate: integer('--rate', options.rate, REPLAY_BOUNDS.rate.min, REPLAY_BOUNDS.rate.max),
    });
  } catch (error) {
    if (error instanceof InputError) {
      throw new UsageError(asOption(error.message));
    }
    throw error;
  }
}

/** A message about a member of the input as one about the option. */
function asOption(message: string): string {
  const OPTIONS: Readonly<Record<string, string>> = { 'select.advice': 'advice', 'select.from': 'from', 'select.until': 'until' };
  return message.replace(/^`([\w.]+)` must (be a list; each item must )?/, (_, member: string) => `\`--${OPTIONS[member] ?? member}\` must `);
}

function deadLettersOf(arn: string | undefined): string | undefined {
  if (arn !== undefined && !functionParts(arn)) {
    throw new UsageError(`\`--dead-letters-of\` must be the ARN of a function, with the qualifier that gets the events, got: ${JSON.stringify(arn)}`);
  }
  return arn;
}
