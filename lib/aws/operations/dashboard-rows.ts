import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { AsyncInvokeAlarms } from './async-invoke-alarms';
import { LateWidget } from './late-widget';
import { explainCommand } from './runbook';
import { ERRORS, INVOCATIONS, THROTTLES } from '../../constraints/aws-lambda/metrics';
import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../../constraints/aws-sqs/metrics';

/** Widths and heights in the grid of CloudWatch, which has 24 columns. */
const [WHOLE, THIRD, TITLE, TEXT, GRAPH] = [24, 8, 2, 3, 6];

const LIMIT = cloudwatch.Color.RED;

/** The widgets of one function, alias or version, by rows. */
export function dashboardRows(alarms: AsyncInvokeAlarms): cloudwatch.IWidget[][] {
  const { metrics, _set: set } = alarms;
  const { region } = Stack.of(alarms);
  const text = (markdown: string) => new cloudwatch.TextWidget({ markdown, width: THIRD, height: TEXT });
  const graph = (title: string, props: () => Partial<cloudwatch.GraphWidgetProps>) =>
    new LateWidget(THIRD, GRAPH, size => new cloudwatch.GraphWidget({ title, region, ...size, leftYAxis: { min: 0, showUnits: false }, ...props() }));
  const age = new cloudwatch.MathExpression({ expression: 'age / 1000', usingMetrics: { age: metrics.asyncEventAge() }, label: 'Oldest event, seconds' });
  return [
    [new cloudwatch.TextWidget({ markdown: `## ${set.name}\n\`${explainCommand(set.name)}\` shows what becomes of an event.`, width: WHOLE, height: TITLE })],
    [
      text('**Events in**: what Lambda queued. Compare with the runs: a gap is a backlog, or events that Lambda gives up.'),
      text('**Age**: how old events are when they run. Retries raise it in steps, a backlog without end. At the red line, Lambda gives an event up.'),
      text('**Runs**: all attempts, also retries and synchronous calls. Throttles are no runs: the event waits and is tried again.'),
    ],
    [
      graph('Events in', () => ({ left: [metrics.asyncEventsReceived({ label: 'Received' })] })),
      graph('Age of events', () => ({ left: [age], leftAnnotations: limitsOf(alarms) })),
      graph('Runs', () => ({
        left: [metrics._metric(INVOCATIONS, { label: 'Runs' }), metrics._metric(ERRORS, { label: 'Errors' }), metrics._metric(THROTTLES, { label: 'Throttles' })],
      })),
    ],
    [
      text('**Given up**: *dropped* events are lost, unless something keeps them. Failed deliveries are lost for certain.'),
      new LateWidget(THIRD, TEXT, () => text(aboutQueue(alarms))),
      text('**Alarms**: the description of an alarm says what happened, what is lost and what to do.'),
    ],
    [
      graph('Given up', () => ({
        left: [
          metrics.asyncEventsDropped({ label: 'Dropped' }),
          metrics.destinationDeliveryFailures({ label: 'Records not delivered' }),
          metrics.deadLetterErrors({ label: 'Dead letters not delivered' }),
          metrics.recursiveInvocationsDropped({ label: 'Loops stopped' }),
        ],
      })),
      new LateWidget(THIRD, GRAPH, size => set.failureQueue() === undefined
        ? new cloudwatch.TextWidget({ markdown: 'No queue keeps failed events.', ...size })
        : new cloudwatch.GraphWidget({
          title: 'Failure queue',
          region,
          ...size,
          left: [set.queueMetric(VISIBLE_MESSAGES).with({ label: 'Messages' })],
          right: [set.queueMetric(AGE_OF_OLDEST_MESSAGE).with({ label: 'Oldest message, seconds' })],
          rightAnnotations: retentionOf(alarms),
          leftYAxis: { min: 0, showUnits: false },
          rightYAxis: { min: 0, showUnits: false },
        })),
      new LateWidget(THIRD, GRAPH, size => new cloudwatch.AlarmStatusWidget({
        alarms: set.alarms().filter(alarm => alarm.current() !== undefined),
        sortBy: cloudwatch.AlarmStatusWidgetSortBy.STATE_UPDATED_TIMESTAMP,
        ...size,
      })),
    ],
  ];
}

/** The maximum ages of the configs that apply. */
function limitsOf({ _set }: AsyncInvokeAlarms): cloudwatch.HorizontalAnnotation[] {
  const ages = new Set(_set.situation().limits.map(({ maxEventAge }) => maxEventAge));
  return [...ages].map(value => ({ value, label: 'Given up', color: LIMIT }));
}

function retentionOf({ _set }: AsyncInvokeAlarms): cloudwatch.HorizontalAnnotation[] {
  const retention = _set.failureQueue()?.retention;
  return retention === undefined ? [] : [{ value: retention, label: 'Deleted', color: LIMIT }];
}

function aboutQueue({ _set }: AsyncInvokeAlarms): string {
  const queue = _set.failureQueue();
  return queue
    ? `**Failure queue** ${queue.label}: failed events that wait for you. At the red line, SQS deletes them.`
    : '**Failure queue**: the app shows none. Give the config an `onFailure` destination to keep failed events.';
}
