import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { fences, page, section, tableOf } from './pages';
import { AsyncFunction, AsyncInvokeAlarms, type AsyncInvokeAlarmSettings } from '../../lib';
import { ASYNC_METRICS } from '../../lib/constraints/aws-lambda/metrics';
import { SENDER_METRICS } from '../../lib/constraints/aws-lambda/sender-metrics';
import { agnosticStack, CODE, fn } from '../aws/fixture';
import { alarmNames, thresholds } from '../aws/operations/fixture';

const PAGE = page('docs/operations.md');

type Setting = Exclude<keyof AsyncInvokeAlarmSettings, 'critical' | 'warning' | 'information' | 'composite'>;

/** The type makes the list complete. */
const SETTINGS: Readonly<Record<Setting, true>> = {
  deliveryFailed: true,
  deadLetterFailed: true,
  eventsLost: true,
  eventsDropped: true,
  backlog: true,
  backlogCritical: true,
  loopStopped: true,
  failureQueueNotEmpty: true,
  consumerBehind: true,
  recordsExpiring: true,
  senderFailed: true,
};

test('the page has every alarm', () => {
  expect(tableOf(PAGE, 'Which alarms there are').map(([setting]) => setting)).toEqual(Object.keys(SETTINGS).map(setting => `\`${setting}\``));
});

test.each(tableOf(PAGE, 'How the thresholds follow the config'))('with %s, %s retries and a timeout of %s, the alarms go off after %s and %s', (age, retries, timeout, ...expected) => {
  const stack = agnosticStack();
  const orders = fn(stack, 'Orders', { timeout: duration(timeout) });
  orders.configureAsyncInvoke({ maxEventAge: duration(age), retryAttempts: Number(retries) });
  new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
  const { Backlog, BacklogCritical } = thresholds(stack);

  expect([Backlog, BacklogCritical].map(threshold => threshold === undefined ? 'none' : `${(threshold as number / 1000).toLocaleString('en-US')} seconds`)).toEqual(expected);
});

test('the page has the metrics of each sender', () => {
  const [rule, subscription, schedule] = tableOf(PAGE, 'Senders and queues').map(([, ...metrics]) => metrics.slice(0, 2));
  const named = ({ failed, deadLetterFailed }: (typeof SENDER_METRICS)[keyof typeof SENDER_METRICS]) => [failed, deadLetterFailed].map(({ metricName }) => `\`${metricName}\``);

  expect([rule, subscription, schedule]).toEqual(['event-rule', 'sns-subscription', 'schedule'].map(kind => named(SENDER_METRICS[kind as keyof typeof SENDER_METRICS])));
});

test('the page has every metric, as the constraints have it', () => {
  expect(tableOf(PAGE, 'Metrics')).toEqual(ASYNC_METRICS.map(({ metricName, unit, statistic, says }) =>
    [`\`${metricName[0].toLowerCase()}${metricName.slice(1)}\``, `${unit}, ${statistic}`, says]));
});

describe('the cost', () => {
  const counted = (declare: (stack: Stack) => unknown) => {
    const stack = agnosticStack();
    declare(stack);
    return alarmNames(stack).length;
  };
  const asynchronous = (stack: Stack) => {
    const orders = new AsyncFunction(stack, 'Orders', CODE);
    new AsyncInvokeAlarms(stack, 'Alarms', { function: orders });
    return orders;
  };
  const rule = (stack: Stack, target: targets.LambdaFunction) => new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [target] });
  const COST = section(PAGE, 'Cost').replaceAll('\n', ' ');

  test('of a function is that of its alarms', () => {
    const without = counted(stack => new AsyncInvokeAlarms(stack, 'Alarms', { function: fn(stack) }));

    expect(COST).toContain(`An \`AsyncFunction\` has ${counted(asynchronous)} alarms, a function without any config has ${without}.`);
  });

  test('of a rule depends on its dead-letter queue', () => {
    const usual = counted(asynchronous);
    const added = (target: (stack: Stack, orders: AsyncFunction) => targets.LambdaFunction) =>
      counted(stack => rule(stack, target(stack, asynchronous(stack)))) - usual;

    expect(COST).toContain('Each rule adds one, with a dead-letter queue of its own three.');
    expect(added((_, orders) => new targets.LambdaFunction(orders.alias))).toBe(1);
    expect(added((stack, orders) => new targets.LambdaFunction(orders.alias, { deadLetterQueue: new sqs.Queue(stack, 'Dead') }))).toBe(3);
  });
});

test('the page begins on call with the way of an event', () => {
  expect(fences(section(PAGE, 'On call')).slice(0, 1).map(({ text }) => text)).toEqual(['npx cdk synth --quiet\nnpx cdk-async-invoke explain TakeOrder:live\n']);
});

function duration(text: string): Duration {
  const [amount, unit] = text.split(' ');
  return { hour: Duration.hours, minute: Duration.minutes, second: Duration.seconds }[unit.replace(/s$/, '')]!(Number(amount));
}
