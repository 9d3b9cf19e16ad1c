import type { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchMetrics } from '../../../lib/replay/worker/cloudwatch-metrics';
import { VirtualClock } from '../loopback/virtual-clock';

const CLOCK = new VirtualClock();

function metrics(answer: () => object) {
  const commands: GetMetricDataCommand[] = [];
  const log: object[] = [];
  const client = {
    send: async (command: GetMetricDataCommand) => {
      commands.push(command);
      return answer();
    },
  } as unknown as CloudWatchClient;
  return { commands, log, metrics: new CloudWatchMetrics(client, CLOCK, 'Orders', line => log.push(line)) };
}

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute));

test('the age is the largest of the newest datapoints', async () => {
  const read = metrics(() => ({
    MetricDataResults: [
      { Timestamps: [at(1), at(3), at(2)], Values: [9_000, 100, 5_000] },
      { Timestamps: [at(2)], Values: [200] },
      { Timestamps: [], Values: [] },
    ],
  }));

  expect(await read.metrics.eventAge(['orders', 'mail', 'idle'])).toBe(200);
  expect(read.commands[0].input).toMatchObject({
    StartTime: new Date(CLOCK.now() - 300_000),
    EndTime: new Date(CLOCK.now()),
    MetricDataQueries: [
      { Id: 'm0', MetricStat: { Metric: { MetricName: 'AsyncEventAge', Dimensions: [{ Name: 'FunctionName', Value: 'orders' }] }, Period: 60, Stat: 'Maximum' } },
      { Id: 'm1' },
      { Id: 'm2' },
    ],
  });
});

test('without datapoints or functions, there is no age', async () => {
  const read = metrics(() => ({ MetricDataResults: [{}] }));

  expect([await read.metrics.eventAge(['orders']), await read.metrics.eventAge([])]).toEqual([undefined, undefined]);
  expect(read.commands).toHaveLength(1);
});

test('a run goes on if the metrics cannot be read', async () => {
  const read = metrics(() => {
    throw Object.assign(new Error('denied'), { name: 'AccessDenied' });
  });

  expect(await read.metrics.eventAge(['orders'])).toBeUndefined();
  expect(read.log).toEqual([{ step: 'metrics', error: 'AccessDenied' }]);
});

test('writes values in the embedded metric format', () => {
  const { metrics: written, log } = metrics(() => ({}));
  written.write({ Sent: 3, Stopped: 1 });

  expect(log).toEqual([{
    _aws: {
      Timestamp: CLOCK.now(),
      CloudWatchMetrics: [{
        Namespace: 'CdkAsyncInvoke/Replay', Dimensions: [['Replay']], Metrics: [{ Name: 'Sent', Unit: 'Count' }, { Name: 'Stopped', Unit: 'Count' }],
      }],
    },
    Replay: 'Orders',
    Sent: 3,
    Stopped: 1,
  }]);
});
