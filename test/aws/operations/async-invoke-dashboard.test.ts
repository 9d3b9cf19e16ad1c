import { CfnParameter, Duration, Stack, type App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { AsyncDestination, AsyncFunction, AsyncInvokeAlarms, AsyncInvokeConfig, AsyncInvokeDashboard } from '../../../lib';
import { CODE, concreteStack, fn, HERE } from '../fixture';

/** A widget of a dashboard as CloudWatch reads it. */
interface Widget {
  readonly type: string;
  readonly properties: Record<string, any>;
}

/** The widgets of the only dashboard of a stack; a reference is its logical id. */
function widgets(stack: Stack): Widget[] {
  const [{ Properties: { DashboardBody: body } }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard')) as any[];
  const parts: unknown[] = typeof body === 'string' ? [body] : body['Fn::Join'][1];
  const text = parts.map(part => typeof part === 'string' ? part : Object.values(part as object).flat().join('.')).join('');
  return JSON.parse(text).widgets;
}

/** What a graph shows: the name of each metric with its label. */
const shown = ({ properties: { metrics } }: Widget): string[] =>
  metrics.map((metric: any[]) => metric.length === 1 ? `${metric[0].expression}: ${metric[0].label}` : `${metric[1]}: ${metric.at(-1).label}`);

const titled = (stack: Stack, title: string): Widget => widgets(stack).find(({ properties }) => properties.title === title)!;

function declare(props: object = {}): { stack: Stack; orders: AsyncFunction; alarms: AsyncInvokeAlarms } {
  const stack = concreteStack();
  const orders = new AsyncFunction(stack, 'Orders', { ...CODE, ...props });
  return { stack, orders, alarms: new AsyncInvokeAlarms(stack, 'Alarms', { function: orders }) };
}

describe('a dashboard', () => {
  const { stack, alarms } = declare({ maxEventAge: Duration.hours(1) });
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [alarms], dashboardName: 'orders', defaultInterval: Duration.hours(12) });

  test('has its name and time', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'orders' });
  });

  test('explains each of its six widgets', () => {
    expect(widgets(stack).map(({ type, properties: { title, markdown } }) => title ?? /\*\*(.+?)\*\*|## (.*)/.exec(markdown)?.slice(1).join('') ?? type)).toEqual([
      'Stack/Orders',
      'Events in', 'Age', 'Runs', 'Events in', 'Age of events', 'Runs',
      'Given up', 'Failure queue', 'Alarms', 'Given up', 'Failure queue', 'Alarm Status',
    ]);
  });

  test('fits into the grid without gaps', () => {
    const places = widgets(stack).map(widget => widget as unknown as Record<string, number>).map(({ x, y, width, height }) => [x, y, width, height]);

    expect(places).toEqual([
      [0, 0, 24, 2],
      [0, 2, 8, 3], [8, 2, 8, 3], [16, 2, 8, 3],
      [0, 5, 8, 6], [8, 5, 8, 6], [16, 5, 8, 6],
      [0, 11, 8, 3], [8, 11, 8, 3], [16, 11, 8, 3],
      [0, 14, 8, 6], [8, 14, 8, 6], [16, 14, 8, 6],
    ]);
  });

  test.each([
    ['Events in', ['AsyncEventsReceived: Received']],
    ['Age of events', ['age / 1000: Oldest event, seconds', 'AsyncEventAge: undefined']],
    ['Runs', ['Invocations: Runs', 'Errors: Errors', 'Throttles: Throttles']],
    ['Given up', [
      'AsyncEventsDropped: Dropped', 'DestinationDeliveryFailures: Records not delivered',
      'DeadLetterErrors: Dead letters not delivered', 'RecursiveInvocationsDropped: Loops stopped',
    ]],
    ['Failure queue', ['ApproximateNumberOfMessagesVisible: Messages', 'ApproximateAgeOfOldestMessage: Oldest message, seconds']],
  ])('shows the metrics of %s', (title, metrics) => {
    expect(shown(titled(stack, title))).toEqual(metrics);
  });

  test('marks the age at which Lambda gives an event up', () => {
    expect(titled(stack, 'Age of events').properties.annotations.horizontal).toEqual([{ value: 3600, label: 'Given up', color: '#d62728', yAxis: 'left' }]);
  });

  test('marks the age at which the queue deletes a message', () => {
    expect(titled(stack, 'Failure queue').properties.annotations.horizontal).toEqual([{ value: 1_209_600, label: 'Deleted', color: '#d62728', yAxis: 'right' }]);
  });

  test('shows the alarms that there are', () => {
    const alarmIds = Object.keys(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));

    expect(titled(stack, 'Alarm Status').properties.alarms).toEqual(alarmIds.map(id => `${id}.Arn`));
  });
});

test('a dashboard follows a config that is declared later', () => {
  const stack = concreteStack();
  const orders = fn(stack, 'Orders');
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [new AsyncInvokeAlarms(stack, 'Alarms', { function: orders })] });
  orders.configureAsyncInvoke({ maxEventAge: Duration.minutes(10) });

  expect(titled(stack, 'Age of events').properties.annotations.horizontal).toMatchObject([{ value: 600 }]);
});

test('a dashboard marks an age that only the deployment knows', () => {
  const stack = concreteStack();
  const orders = fn(stack, 'Orders');
  const maxEventAge = Duration.seconds(new CfnParameter(stack, 'Age', { type: 'Number' }).valueAsNumber);
  new AsyncInvokeConfig(stack, 'Config', { function: orders, maxEventAge });
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [new AsyncInvokeAlarms(stack, 'Alarms', { function: orders })] });
  const [{ Properties: { DashboardBody: body } }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard')) as any[];
  const parts = body['Fn::Join'][1];
  const at = parts.findIndex((part: any) => part.Ref === 'Age');

  expect([parts[at - 1].slice(-30), parts[at + 1].slice(0, 20)]).toEqual([expect.stringMatching(/"horizontal":\[\{"value":$/), ',"label":"Given up",']);
});

test('a dashboard marks each age, if the qualifiers differ', () => {
  const stack = concreteStack();
  const orders = fn(stack, 'Orders');
  orders.configureAsyncInvoke({ maxEventAge: Duration.minutes(10) });
  orders.addAlias('live').configureAsyncInvoke({ maxEventAge: Duration.minutes(20) });
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [new AsyncInvokeAlarms(stack, 'Alarms', { function: orders })] });

  expect(titled(stack, 'Age of events').properties.annotations.horizontal.map(({ value }: { value: number }) => value)).toEqual([600, 1200]);
});

test('a dashboard says if no queue keeps failed events', () => {
  const { stack, alarms } = declare({ onFailure: AsyncDestination.none() });
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [alarms] });
  const texts = widgets(stack).filter(({ type }) => type === 'text').map(({ properties: { markdown } }) => markdown);

  expect(titled(stack, 'Failure queue')).toBeUndefined();
  expect(texts).toContain('No queue keeps failed events.');
  expect(texts).toContain('**Failure queue**: the app shows none. Give the config an `onFailure` destination to keep failed events.');
});

test('the rows go into a dashboard that you have', () => {
  const { stack, alarms } = declare();
  const dashboard = new cloudwatch.Dashboard(stack, 'Mine', { widgets: [[new cloudwatch.TextWidget({ markdown: 'Mine', width: 24, height: 1 })]] });
  AsyncInvokeDashboard.rowsFor(alarms).forEach(row => dashboard.addWidgets(...row));

  expect(widgets(stack)).toHaveLength(14);
  expect(widgets(stack)[1]).toMatchObject({ y: 1, properties: { markdown: expect.stringContaining('## Stack/Orders') } });
});

test('a dashboard has a part for each function, one below the other', () => {
  const { stack, orders, alarms } = declare();
  new AsyncInvokeDashboard(stack, 'Dashboard', { alarms: [alarms, new AsyncInvokeAlarms(orders.alias, 'Alarms', { function: orders.alias })] });

  expect(widgets(stack).filter(({ properties }) => /^## /.test(properties.markdown)).map(({ properties, ...widget }: any) => [properties.markdown.split('\n')[0], widget.y])).toEqual([
    ['## Stack/Orders', 0], ['## Stack/Orders:live', 20],
  ]);
});

test('a dashboard in another Region shows the Region of the function', () => {
  const { stack, alarms } = declare();
  const there = new Stack(stack.node.root as App, 'There', { env: { ...HERE, region: 'us-east-1' }, crossRegionReferences: true });
  new AsyncInvokeDashboard(there, 'Dashboard', { alarms: [alarms] });

  expect(widgets(there).filter(({ type }) => type === 'metric').map(({ properties }) => properties.region)).toEqual(Array(5).fill(HERE.region));
});
