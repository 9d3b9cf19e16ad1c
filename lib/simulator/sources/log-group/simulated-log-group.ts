import { gzipped } from '../../../doors/gzip';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { post, type DeployedTarget, type Targets } from '../outbox';

/** The settings of a log group, after the deployment. */
export interface LogGroupSettings extends Station {
  readonly arn: string;
  readonly account: string;
}

/** A subscription filter, after the deployment. */
export interface LogSubscription extends Station {
  readonly filterName: string;
  readonly target: DeployedTarget;

  /** Whether a line matches its filter pattern. */
  matches(line: string): boolean;
}

/** What a log group needs to know. */
export interface LogSurroundings extends Targets {
  nextNumber(): number;
}

/** Stands for the log stream: the simulator does not know who writes. */
const STREAM = 'simulated';

/** The longest wait of CloudWatch Logs before it delivers again, in milliseconds. Only the end is documented: 24 hours. */
const LONGEST_WAIT = 60_000;

/** A log group of CloudWatch Logs. */
export class SimulatedLogGroup {
  constructor(readonly settings: LogGroupSettings, readonly subscriptions: readonly LogSubscription[], private readonly around: LogSurroundings) {}

  /** Sends lines to the subscriptions whose pattern they match. */
  write(lines: readonly string[], cause: Cause | undefined): Hop {
    checkEnds(cause);
    const { settings, subscriptions, around } = this;
    const written = lines.map(message => ({ id: String(around.nextNumber()).padStart(56, '3'), timestamp: around.now(), message }));
    const takers = subscriptions.map(taker => [taker, written.filter(({ message }) => taker.matches(message))] as const)
      .filter(([, taken]) => taken.length > 0);
    const isIgnored = takers.length === 0 && subscriptions.length > 0;
    const text = `${lines.length === 1 ? 'line' : `${lines.length} lines`} in ${spoken(settings)}${isIgnored ? ', which no subscription filter matches' : ''}`;
    const hop = new Hop(around.now(), settings, text, cause, isIgnored ? 'ignored' : takers.length === 0 ? 'stored' : undefined);
    for (const [taker, logEvents] of takers) {
      const data = {
        messageType: 'DATA_MESSAGE', owner: settings.account, logGroup: settings.name, logStream: STREAM, subscriptionFilters: [taker.filterName], logEvents,
      };
      const payload = JSON.stringify({ awslogs: { data: gzipped(JSON.stringify(data)) } });
      post(around, {
        station: taker,
        waitBefore: retry => Math.min(LONGEST_WAIT, 1_000 * 2 ** Math.min(retry, 20)),
        // Subscription filters have no dead-letter queue.
        deadLetter: () => ({ text: payload }),
      }, taker.target, { what: 'log events', text: payload, lineage: undefined }, new Hop(around.now(), taker, `matched by ${spoken(taker)}`, hop));
    }
    return hop;
  }
}
