import { Duration, Stack, App, aws_cloudwatch as cloudwatch, aws_lambda_destinations as destinations, aws_sqs as sqs } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Simulator, fails, isThrottled, succeeds, takes } from '../../lib/simulator';
import { functionIn } from '../topology/synthesized';

const ONE_MINUTE = { period: Duration.minutes(1) };

const AT_ONCE = { threshold: 1, evaluationPeriods: 1, treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING };

/** An app with the function `Orders`, the alias `live` with a failure queue, and an alarm for each way to lose an event. */
function shop(): Simulator {
  const stack = new Stack(new App(), 'Shop');
  const fn = functionIn(stack, 'Orders', { timeout: Duration.seconds(30) });
  const failures = new sqs.Queue(stack, 'Failures', { retentionPeriod: Duration.days(4) });
  const alias = fn.addAlias('live', { onFailure: new destinations.SqsDestination(failures), retryAttempts: 1 });
  const metric = (metricName: string, statistic = 'Sum', dimensionsMap: Record<string, string> = { FunctionName: fn.functionName }) =>
    new cloudwatch.Metric({ namespace: 'AWS/Lambda', metricName, statistic, dimensionsMap, ...ONE_MINUTE });
  const ofAlias = { FunctionName: fn.functionName, Resource: `${fn.functionName}:${alias.aliasName}` };

  metric('AsyncEventsDropped').createAlarm(stack, 'Dropped', AT_ONCE);
  metric('AsyncEventsDropped', 'Sum', ofAlias).createAlarm(stack, 'DroppedOfAlias', AT_ONCE);
  metric('DestinationDeliveryFailures').createAlarm(stack, 'DeliveryFailed', AT_ONCE);
  metric('AsyncEventAge', 'Maximum').createAlarm(stack, 'Backlog', { ...AT_ONCE, threshold: 120_000 });
  fn.metricThrottles(ONE_MINUTE).createAlarm(stack, 'Throttled', AT_ONCE);
  new cloudwatch.MathExpression({
    expression: '100 * errors / runs', usingMetrics: { errors: fn.metricErrors(ONE_MINUTE), runs: fn.metricInvocations(ONE_MINUTE) }, ...ONE_MINUTE,
  }).createAlarm(stack, 'ErrorRate', { ...AT_ONCE, threshold: 50 });
  failures.metricApproximateNumberOfMessagesVisible(ONE_MINUTE).createAlarm(stack, 'Kept', AT_ONCE);
  const expiring = failures.metricApproximateAgeOfOldestMessage(ONE_MINUTE).createAlarm(stack, 'Expiring', { ...AT_ONCE, threshold: Duration.days(3).toSeconds() });
  new cloudwatch.CompositeAlarm(stack, 'Any', { alarmRule: cloudwatch.AlarmRule.fromAlarm(expiring, cloudwatch.AlarmState.ALARM) });
  fn.metric('ConcurrentExecutions', ONE_MINUTE).createAlarm(stack, 'Busy', AT_ONCE);
  return Simulator.fromTemplates([Template.fromStack(stack)]);
}

/** The alarms that have fired. */
function fired(sim: Simulator): string[] {
  return ALARMS.filter(name => sim.alarm(name).history.some(({ to }) => to === 'ALARM'));
}

const ALARMS = ['Dropped', 'DroppedOfAlias', 'DeliveryFailed', 'Backlog', 'Throttled', 'ErrorRate', 'Kept', 'Expiring', 'Any'];

test('nothing fires while all events succeed', async () => {
  const sim = shop();
  sim.function('Orders').respond(succeeds());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.invoke('Orders');
  await sim.clock.settle();
  await sim.clock.advanceBy({ hours: 24 * 7 });

  expect(fired(sim)).toEqual([]);
  expect(ALARMS.map(name => sim.alarm(name).state)).toEqual(ALARMS.map(() => 'OK'));
});

test('an event that is dropped and kept fires the alarms of the drop, of its qualifier and of the queue', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Dropped', 'DroppedOfAlias', 'ErrorRate', 'Kept']);
  expect(sim.alarm('Dropped').history.map(({ at, to }) => [at.toISOString(), to])).toEqual([
    ['2026-01-01T00:01:00.000Z', 'OK'], ['2026-01-01T00:02:00.000Z', 'ALARM'],
  ]);
});

test('an event of another qualifier does not fire the alarm of the alias', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders');
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Dropped', 'Backlog', 'ErrorRate']);
});

test('an alarm recovers when its data is gone', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();
  expect(sim.alarm('Dropped').state).toBe('ALARM');

  await sim.clock.advanceBy({ minutes: 2 });
  expect(sim.alarm('Dropped').state).toBe('ALARM');

  await sim.clock.advanceBy({ minutes: 1 });
  expect(sim.alarm('Dropped').state).toBe('OK');
  expect(sim.alarm('Kept').state).toBe('ALARM');
});

test('a failure that stays in its queue fires the alarm of its age, and the composite alarm', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.advanceBy({ hours: 3 * 24 });
  expect(sim.alarm('Expiring').state).toBe('OK');

  await sim.clock.advanceBy({ minutes: 2 });
  expect([sim.alarm('Expiring').state, sim.alarm('Any').state]).toEqual(['ALARM', 'ALARM']);

  await sim.clock.advanceBy({ hours: 2 * 24 });
  expect([sim.alarm('Expiring').state, sim.alarm('Any').state, sim.alarm('Kept').state]).toEqual(['OK', 'OK', 'OK']);
});

test('throttles fire the alarms of throttles and of the backlog', async () => {
  const sim = shop();
  sim.function('Orders').respond(isThrottled(), isThrottled(), isThrottled(), isThrottled(), isThrottled(), isThrottled(), isThrottled(), isThrottled(), succeeds());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['Backlog', 'Throttled']);
});

test('a synchronous call counts as a run, too', async () => {
  const sim = shop();
  sim.function('Orders').respond(takes({ seconds: 1 }, fails()));
  const { url, close } = await sim.listen();
  await fetch(`${url}/2015-03-31/functions/${sim.function('Orders').name}/invocations`, { method: 'POST', body: '{}' });
  await close();
  await sim.clock.settle();

  expect(fired(sim)).toEqual(['ErrorRate']);
});

test('an alarm on what the simulator does not measure has no state', () => {
  const sim = shop();

  expect(() => sim.alarm('Busy').state).toThrow(/^The simulator does not know the metric `AWS\/Lambda ConcurrentExecutions` of `/);
  expect(sim.assumptions).toEqual([expect.stringMatching(/^`.*Busy.*` is not played: The simulator does not know the metric/)]);
});

test('finds alarms like everything else', () => {
  const sim = shop();
  const { name, arn } = sim.alarm('Dropped');

  expect(name).toMatch(/-Dropped[0-9A-F]{8}$/);
  expect(sim.alarm(arn).name).toBe(name);
  expect(sim.alarms.map(alarm => alarm.name)).toHaveLength(10);
  expect(() => sim.alarm('Lost')).toThrow('No alarm is called `Lost`. There are: ');
});

test('a reset forgets what alarms have seen', async () => {
  const sim = shop();
  sim.function('Orders').respond(fails());
  await sim.invoke('Orders', { qualifier: 'live' });
  await sim.clock.settle();
  sim.reset();
  expect(sim.alarm('Dropped').history).toEqual([]);

  await sim.clock.advanceBy({ hours: 1 });
  expect(fired(sim)).toEqual([]);
});
