import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { FailedEventReplayOptions } from '../../../lib/aws/replay/failed-event-replay-props';
import { replaySettings } from '../../../lib/aws/replay/replay-settings';
import { agnosticStack, errorOf } from '../fixture';

const settings = (options: FailedEventReplayOptions) => replaySettings(agnosticStack(), options);

test('what you leave out is left to the worker', () => {
  expect(settings({})).toEqual({ defaults: {}, ledgerRetention: 90, reportRetention: 90 });
});

test('what you give replaces the defaults of the worker', () => {
  const given = { rate: 5, workers: 1, concurrency: 2, maxAttempts: 8, maxFailureShare: 1 };

  expect(settings({ ...given, maxEventAge: Duration.minutes(5), ledgerRetention: Duration.days(15), reportRetention: Duration.days(1) }))
    .toEqual({ defaults: { ...given, maxEventAge: 300 }, ledgerRetention: 15, reportRetention: 1 });
});

test.each<[keyof FailedEventReplayOptions, (value: number) => FailedEventReplayOptions, number, number, string]>([
  ['rate', rate => ({ rate }), 1, 10_000, 'an integer between 1 and 10000 events per second'],
  ['workers', workers => ({ workers }), 1, 1_000, 'an integer between 1 and 1000'],
  ['concurrency', concurrency => ({ concurrency }), 1, 100, 'an integer between 1 and 100'],
  ['maxAttempts', maxAttempts => ({ maxAttempts }), 1, 8, 'an integer between 1 and 8'],
  ['maxEventAge', seconds => ({ maxEventAge: Duration.seconds(seconds) }), 1, 21_600, 'an integer between 1 and 21600 seconds'],
  ['ledgerRetention', days => ({ ledgerRetention: Duration.days(days) }), 15, 3_650, 'an integer between 15 and 3650 days'],
  ['reportRetention', days => ({ reportRetention: Duration.days(days) }), 1, 3_650, 'an integer between 1 and 3650 days'],
  ['memorySize', memorySize => ({ memorySize }), 128, 10_240, 'an integer between 128 and 10240 MiB'],
])('`%s` has bounds', (property, options, min, max, rule) => {
  for (const value of [min, max]) {
    expect(() => settings(options(value))).not.toThrow();
  }
  for (const value of [min - 1, max + 1]) {
    expect(errorOf(() => settings(options(value)))).toBe(`\`${property}\` must be ${rule}, got: ${value} [Stack]`);
  }
});

test('`maxFailureShare` is a share', () => {
  expect([0.01, 0.5, 1].map(maxFailureShare => settings({ maxFailureShare }).defaults.maxFailureShare)).toEqual([0.01, 0.5, 1]);
  expect([0, 1.01].map(maxFailureShare => errorOf(() => settings({ maxFailureShare })))).toEqual([
    '`maxFailureShare` must be a number between 0.01 and 1, got: 0 [Stack]',
    '`maxFailureShare` must be a number between 0.01 and 1, got: 1.01 [Stack]',
  ]);
});

test('a retention is whole days', () => {
  expect(errorOf(() => settings({ ledgerRetention: Duration.hours(15 * 24 + 12) })))
    .toBe('`ledgerRetention` must be an integer between 15 and 3650 days, got: 15.5 [Stack]');
});

test('a runtime that does not run the workers is refused', () => {
  expect(errorOf(() => settings({ runtime: lambda.Runtime.NODEJS_20_X })))
    .toBe('`runtime` must be nodejs22.x or newer, for which the handler is built, got: "nodejs20.x" [Stack]');
});

test('all that is wrong is told at once', () => {
  expect(errorOf(() => settings({ rate: 0, workers: 0 })).split('\n')).toHaveLength(2);
});
