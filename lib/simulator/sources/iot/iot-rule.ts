import { matchesFilter } from './topic-filter';
import { NotKnownError } from '../../state/not-known-error';
import type { Cause } from '../flow/cause';
import { checkEnds } from '../flow/endless-flow';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';
import { post, type DeployedTarget, type Targets } from '../outbox';

/** A rule of AWS IoT, after the deployment. */
export interface IotRule extends Station {
  readonly sql: string;
  readonly targets: readonly DeployedTarget[];

  /** Whether it has an action for messages that an action did not take. */
  readonly hasErrorAction: boolean;
}

/** The station of a topic of MQTT, which no resource declares. */
const mqttTopic = (topic: string): Station => ({ kind: 'MQTT topic', name: topic });

/** Publishes a message, a JSON object as text, to the rules whose topic filter matches. */
export function publishToRules(rules: readonly IotRule[], topic: string, message: string, cause: Cause | undefined, around: Targets): Hop {
  checkEnds(cause);
  const taking = rules.filter(rule => takes(rule, topic));
  const station = mqttTopic(topic);
  const text = `message to ${spoken(station)}${taking.length === 0 ? ', which no rule matches' : ''}`;
  const hop = new Hop(around.now(), station, text, cause, taking.length === 0 ? 'ignored' : undefined);
  for (const rule of taking) {
    const matched = new Hop(around.now(), rule, `matched by ${spoken(rule)}`, hop, rule.targets.length === 0 ? 'ignored' : undefined);
    for (const target of rule.targets) {
      if (rule.hasErrorAction && target.problem !== undefined) {
        throw new NotKnownError(`what the error action of ${spoken(rule)} gets`, `Mend the rule: ${target.problem}.`);
      }
      // No page tells how often and for how long rules of AWS IoT try again.
      post(around, { station: rule, waitBefore: () => undefined, deadLetter: () => ({ text: message }) }, target, { what: 'message', text: message, lineage: undefined }, matched);
    }
  }
  return hop;
}

/** @throws NotKnownError for a query that takes the topic, and does more than that */
function takes(rule: IotRule, topic: string): boolean {
  const { sql } = rule;
  const [, filter] = /\bFROM\s+(?:'([^']*)'|"[^"]*")/i.exec(sql) ?? [];
  if (filter !== undefined && !matchesFilter(filter, topic)) {
    return false;
  }
  if (filter === undefined || !/^\s*SELECT\s+\*\s+FROM\s+'[^']*'\s*$/i.test(sql)) {
    throw new NotKnownError(`what ${spoken(rule)} makes of a message with the query ${sql}`, 'Use `SELECT * FROM \'a/topic\'`, with + and # in the topic.');
  }
  return true;
}
