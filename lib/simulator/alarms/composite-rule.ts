import type { AlarmState } from './alarm-evaluation';
import { quoted } from '../../constraints/violation';

/** The states by their functions. */
const STATES: ReadonlySet<string> = new Set<AlarmState>(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

/** Quoted names, whose quotes are escaped, and names without spaces, brackets and commas. */
const TOKEN = /\s*(?<token>"(?:[^"\\]|\\.)*"|[(),]|[^\s(),"]+)/y;

/** The state of the alarm with a name or ARN. */
type StateOf = (alarm: string) => AlarmState;

type Condition = (stateOf: StateOf) => boolean;

/** The rule of a composite alarm. */
export interface CompositeRule {
  /** The names or ARNs of the alarms that it refers to, once each. */
  readonly alarms: readonly string[];

  /** Whether the rule is true, so that the composite alarm is in ALARM. */
  holds(stateOf: StateOf): boolean;
}

/**
 * Reads the rule of a composite alarm.
 *
 * No page says whether AND binds closer than OR; here it does, as in most languages, and NOT binds closest.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html
 *
 * @param text the `AlarmRule`
 * @throws RangeError if it is not a rule
 */
export function compositeRule(text: string): CompositeRule {
  const parser = new RuleParser(text);
  const holds = parser.rule();
  return { alarms: [...parser.alarms], holds };
}

class RuleParser {
  readonly alarms = new Set<string>();
  private readonly tokens: string[];
  private next = 0;

  constructor(private readonly text: string) {
    this.tokens = this.split();
  }

  rule(): Condition {
    const condition = this.disjunction();
    if (this.next < this.tokens.length) {
      throw this.refused('be one condition, with AND or OR between its parts', this.tokens[this.next]);
    }
    return condition;
  }

  private disjunction(): Condition {
    let left = this.conjunction();
    while (this.takes('OR')) {
      const [one, other] = [left, this.conjunction()];
      left = stateOf => one(stateOf) || other(stateOf);
    }
    return left;
  }

  private conjunction(): Condition {
    let left = this.negation();
    while (this.takes('AND')) {
      const [one, other] = [left, this.negation()];
      left = stateOf => one(stateOf) && other(stateOf);
    }
    return left;
  }

  private negation(): Condition {
    if (!this.takes('NOT')) {
      return this.condition();
    }
    const condition = this.negation();
    return stateOf => !condition(stateOf);
  }

  private condition(): Condition {
    const token = this.take('a condition, e.g. ALARM(name)');
    switch (true) {
      case token === '(': {
        const inner = this.disjunction();
        this.expect(')');
        return inner;
      }
      case token === 'TRUE': return () => true;
      case token === 'FALSE': return () => false;
      case token === 'AT_LEAST': return this.atLeast();
      case STATES.has(token): {
        this.expect('(');
        const alarm = this.alarm();
        this.expect(')');
        return stateOf => stateOf(alarm) === token;
      }
      default: throw this.refused('have ALARM(…), OK(…), INSUFFICIENT_DATA(…), AT_LEAST(…), TRUE, FALSE or parentheses as a condition', token);
    }
  }

  /** `AT_LEAST(M, STATE_CONDITION, (alarm1, alarm2, …))`, where M is a number or a percentage. */
  private atLeast(): Condition {
    this.expect('(');
    const least = this.take('a number or percentage of alarms');
    if (!/^[1-9]\d*%?$/.test(least)) {
      throw this.refused('have a number or percentage of alarms in AT_LEAST', least);
    }
    this.expect(',');
    const negated = this.takes('NOT');
    const state = this.take('a state');
    if (!STATES.has(state)) {
      throw this.refused(`have ${[...STATES].join(', ')} as a state in AT_LEAST`, state);
    }
    this.expect(',');
    const alarms = this.alarmList();
    this.expect(')');
    const needed = least.endsWith('%') ? parseInt(least, 10) / 100 * alarms.length : Number(least);
    return stateOf => alarms.filter(alarm => (stateOf(alarm) === state) !== negated).length >= needed;
  }

  private alarmList(): string[] {
    this.expect('(');
    const alarms = [this.alarm()];
    while (this.takes(',')) {
      alarms.push(this.alarm());
    }
    this.expect(')');
    return alarms;
  }

  private alarm(): string {
    const token = this.take('the name or ARN of an alarm');
    if (/^[(),]$/.test(token)) {
      throw this.refused('have the name or ARN of an alarm there', token);
    }
    const alarm = token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
    this.alarms.add(alarm);
    return alarm;
  }

  private takes(token: string): boolean {
    const found = this.tokens[this.next] === token;
    this.next += found ? 1 : 0;
    return found;
  }

  private take(expected: string): string {
    const token = this.tokens[this.next];
    if (token === undefined) {
      throw this.refused(`have ${expected} at its end`);
    }
    this.next += 1;
    return token;
  }

  private expect(token: string): void {
    const found = this.take(`\`${token}\``);
    if (found !== token) {
      throw this.refused(`have \`${token}\` there`, found);
    }
  }

  private split(): string[] {
    const tokens: string[] = [];
    const pattern = new RegExp(TOKEN);
    while (pattern.lastIndex < this.text.trimEnd().length) {
      const start = pattern.lastIndex;
      const token = pattern.exec(this.text)?.groups?.token;
      if (token === undefined) {
        throw this.refused('have a second quotation mark for each first one', this.text.slice(start).trim());
      }
      tokens.push(token);
    }
    return tokens;
  }

  private refused(rule: string, part?: string): RangeError {
    const got = part === undefined ? quoted(this.text) : `${quoted(part)} in ${quoted(this.text)}`;
    return new RangeError(`\`AlarmRule\` must ${rule}, got: ${got}. Write e.g. ALARM("Backlog") OR NOT OK("Failed").`);
  }
}
