import { explanationOf } from './explanations';
import { words } from '../../../lib/cli/explain/words';
import type { Caller } from '../../../lib/explanation/caller';
import type { Consumer } from '../../../lib/explanation/consumer';
import type { Explanation } from '../../../lib/explanation/explanation';
import { failingEvent, NEVER_RUN } from '../../../lib/explanation/failing-event';

/** One line, without its label. */
function line(label: string, changes: Partial<Explanation>): string | undefined {
  return words([explanationOf(changes)], false).split('\n').find(text => text.startsWith(`  ${label}`))?.slice(15);
}

test('says that there is nothing to explain', () => {
  expect(words([], false)).toBe('This app neither configures nor makes asynchronous invocations.\n');
});

test('prints every line for a function, and separates functions', () => {
  const block = (name: string) => `${name}:$LATEST
  called by    nothing in this app, asynchronously
  config       S/Orders/EventInvokeConfig, which is for $LATEST: 1 retry, events up to 1 h old
  on success   nothing
  on failure   nothing
  failing      0 s attempt 1 -> wait 1 min -> 1 min attempt 2 -> 1 min given up: RetriesExhausted
  timing out   0 s attempt 1 -> wait 1 min -> 1 min 30 s attempt 2 -> 2 min given up: RetriesExhausted (each attempt takes 30 s)
  longest      known after 1 h 30 s at most: throttled events wait for up to 1 h, and the last attempt may take 30 s
  lost         the whole event: nothing stores it
`;
  expect(words([explanationOf(), explanationOf({ function: 'S/Bills' })], false)).toBe(`${block('S/Orders')}\n${block('S/Bills')}`);
});

describe('a caller', () => {
  const by = (caller: Partial<Caller>) => line('called by', { callers: [{ kind: 'event-rule', by: 'S/Placed', property: 'P', ...caller }] });

  test.each<[string, Partial<Caller>, string]>([
    ['is told with what the event comes from', { from: 'bus default' }, 'rule of bus default, in S/Placed'],
    ['is told alone', { kind: 'schedule' }, 'schedule of S/Placed'],
    ['may be the deployment', { kind: 'deploy-time-invocation' }, 'deployment of S/Placed'],
    ['is told once where it is the same', { kind: 's3-notification', from: 'S/Placed' }, 'notification of S/Placed'],
    ['is told when it is off', { enabled: false }, 'rule of S/Placed (switched off)'],
    ['is not called off when it is on', { enabled: true }, 'rule of S/Placed'],
    ['is not called off when that is unknown', { enabled: { unknown: 'tested' } }, 'rule of S/Placed'],
  ])('%s', (_, caller, text) => {
    expect(by(caller)).toBe(text);
  });

  test('is listed once', () => {
    const callers = ['AlarmActions[0]', 'OKActions[0]'].map(property => ({ kind: 'alarm', by: 'S/Late', property } as const));

    expect(words([explanationOf({ callers })], false)).toContain('\n  called by    alarm of S/Late\n  config ');
  });

  test('has its own line, after one label', () => {
    const callers = ['S/A', 'S/B'].map(path => ({ kind: 'sns-subscription', by: path, property: 'Endpoint' } as const));

    expect(words([explanationOf({ callers })], false))
      .toContain('\n  called by    subscription of S/A\n               subscription of S/B\n  config ');
  });
});

describe('CloudFormation', () => {
  const customResources = (...paths: string[]) => paths.map(by => ({ kind: 'custom-resource', by, property: 'ServiceToken' } as const));

  test.each([
    [['S/A'], 'CloudFormation, for S/A'],
    [['S/A', 'S/B', 'S/C'], 'CloudFormation, for S/A, S/B, S/C'],
    [['S/A', 'S/B', 'S/C', 'S/D', 'S/E'], 'CloudFormation, for S/A, S/B, S/C, 2 more'],
  ])('calls for %j', (paths, text) => {
    expect(line('called by', { callers: customResources(...paths) })).toBe(text);
  });

  test('is listed after the others', () => {
    const rule = { kind: 'event-rule', by: 'S/Placed', property: 'P' } as const;

    expect(words([explanationOf({ callers: [...customResources('S/A'), rule] })], false))
      .toContain('\n  called by    rule of S/Placed\n               CloudFormation, for S/A\n  config ');
  });

  test('turns a loss green as the only caller', () => {
    const red = '\u001b[31mgone';
    const rule = { kind: 'event-rule', by: 'S/Placed', property: 'P' } as const;

    expect(words([explanationOf({ callers: customResources('S/A'), lost: 'gone' })], true)).not.toContain(red);
    expect(words([explanationOf({ callers: [...customResources('S/A'), rule], lost: 'gone' })], true)).toContain(red);
  });

  test('has its functions listed at the end', () => {
    expect(words([explanationOf()], false, ['S/One:$LATEST', 'S/Two:$LATEST']))
      .toMatch(/\n\nName a function to see it if only CloudFormation calls it: S\/One:\$LATEST, S\/Two:\$LATEST\n$/);
  });
});

describe('the config', () => {
  test.each<[string, Partial<Explanation>, string]>([
    ['is told with its settings', { retryAttempts: 0 }, 'S/Orders/EventInvokeConfig, which is for $LATEST: 0 retries, events up to 1 h old'],
    ['is none', { configs: [], retryAttempts: 2, maxEventAge: 21600 }, "none for $LATEST, so Lambda's defaults: 2 retries, events up to 6 h old"],
    ['is none here, but elsewhere', { configs: [], retryAttempts: 2, maxEventAge: 21600, configuredElsewhere: ['live', 'next'] },
      "none for $LATEST, so Lambda's defaults: 2 retries, events up to 6 h old (the config of live and next does not apply: Lambda never falls back)"],
    ['is one of several', { configs: ['S/A', 'S/B'] }, 'S/A and S/B are all for $LATEST, and overwrite each other'],
    ['is told with what is unknown of it', { retryAttempts: { unknown: 'one' }, maxEventAge: { unknown: 'two' } },
      'S/Orders/EventInvokeConfig, which is for $LATEST: retries unknown, because one, event age unknown, because two'],
  ])('%s', (_, changes, text) => {
    expect(line('config', changes)).toBe(text);
  });
});

test('prints declined destinations on both sides', () => {
  expect(line('on success', { declined: ['onSuccess'] })).toBe('nothing: the config leaves the destination empty');
  expect(line('on failure', { declined: ['onSuccess'] })).toBe('nothing');
  expect(line('on failure', { declined: ['onFailure'] })).toBe('nothing: the config leaves the destination empty');
});

test('prints destinations on both sides', () => {
  expect(line('on success', { onSuccess: 'topic S/Done' })).toBe('a record to topic S/Done');
  expect(line('on failure', { onFailure: 'queue S/Failed' })).toBe('the record to queue S/Failed');
  expect(line('on failure', { onFailure: 'queue S/Failed', deadLetterQueue: 'queue S/Dead' }))
    .toBe('the record to queue S/Failed; the event to dead-letter queue S/Dead');
});

describe('the first half of the way', () => {
  const byRule = (sender: object, more: object = {}) => line('called by', { callers: [{ kind: 'event-rule', by: 'S/Rule', property: 'Targets[0].Arn', sender, ...more }] });

  test.each<[string, object, string]>([
    ['both limits', { retryAttempts: 185, maxEventAge: 86_400 }, 'retries for up to 24 h, at most 185 times, then drops what Lambda did not accept'],
    ['one retry', { retryAttempts: 1, maxEventAge: 60 }, 'retries for up to 1 min, at most 1 time, then drops what Lambda did not accept'],
    ['no retry', { retryAttempts: 0, maxEventAge: 60 }, 'does not retry, then drops what Lambda did not accept'],
    ['the time alone', { maxEventAge: 86_400 }, 'retries for up to 24 h, then drops what Lambda did not accept'],
    ['an unknown limit', { retryAttempts: 3, maxEventAge: { unknown: 'tested' } }, 'retries at most 3 times, an unknown time, because tested, then drops what Lambda did not accept'],
    ['a dead-letter queue', { retryAttempts: 3, maxEventAge: 60, deadLetterQueue: 'queue S/Dead' },
      'retries for up to 1 min, at most 3 times, then sends what Lambda did not accept to dead-letter queue S/Dead'],
  ])('is printed with %s', (_, sender, text) => {
    expect(byRule(sender)).toBe(`rule of S/Rule: ${text}`);
  });

  test('is left out for a caller that is switched off', () => {
    expect(byRule({ maxEventAge: 60 }, { enabled: false })).toBe('rule of S/Rule (switched off)');
  });

  test('counts in the longest time', () => {
    expect(line('longest', { longestWithCallers: 90_030 })).toMatch(/; after 25 h 30 s if the caller also has to retry$/);
    expect(line('longest', { longest: 0, longestWithCallers: 86_400 })).toBe('known at once; after 24 h if the caller also has to retry');
  });
});

test('prints what takes the records, at its place', () => {
  const consumer = (from: string, kind: Consumer['kind'], to: string) => ({ from, kind, by: 'S/By', to });
  const consumers = [
    consumer('queue S/Failed', 'event-source-mapping', 'S/Reader'), consumer('queue S/Failed', 'event-source-mapping', 'S/Reader'),
    consumer('topic S/Done', 'sns-subscription', 'queue S/Archive'), consumer('topic S/Done', 'sns-subscription', 'S/Mailer'),
  ];
  expect(line('on failure', { onFailure: 'queue S/Failed', deadLetterQueue: 'queue S/Dead', consumers }))
    .toBe('the record to queue S/Failed, taken by S/Reader; the event to dead-letter queue S/Dead');
  expect(line('on success', { onSuccess: 'topic S/Done', consumers }))
    .toBe('a record to topic S/Done, taken by subscription S/By for queue S/Archive and subscription S/By for S/Mailer');
});

describe('the life of an event', () => {
  test('is left out if it is unknown', () => {
    expect(['failing', 'timing out'].map(label => line(label, { failsAtOnce: undefined, timesOut: undefined }))).toEqual([undefined, undefined]);
  });

  test('is printed once for an event without attempts', () => {
    const never = { failsAtOnce: NEVER_RUN, timesOut: NEVER_RUN, longest: 0 };

    expect(['failing', 'timing out', 'longest'].map(label => line(label, never)))
      .toEqual(['0 s given up: ZeroReservedConcurrency', undefined, 'known at once']);
  });

  test('is printed in hours, minutes, seconds and fractions', () => {
    expect(line('timing out', { timeout: 0.5, timesOut: failingEvent(0, 60, 0.5) }))
      .toBe('0 s attempt 1 -> 0.5 s given up: RetriesExhausted (each attempt takes 0.5 s)');
    expect(line('config', { maxEventAge: 3661 })).toContain('events up to 1 h 1 min 1 s old');
  });
});

describe('the longest time', () => {
  test.each<[string, Partial<Explanation>, string]>([
    ['needs the time of an attempt', { longest: undefined, timeout: { unknown: 'tested' } },
      'known after 1 h and the time of one attempt, which is unknown, because tested'],
    ['needs the age', { longest: undefined, maxEventAge: { unknown: 'tested' } }, 'unknown, because tested'],
    ['needs the age first', { longest: undefined, maxEventAge: { unknown: 'tested' }, timeout: { unknown: 'tested, too' } },
      'unknown, because tested'],
  ])('%s', (_, changes, text) => {
    expect(line('longest', changes)).toBe(text);
  });
});

test('colours show whether events are lost', () => {
  expect(words([explanationOf()], true)).toContain('\u001b[31mthe whole event: nothing stores it\u001b[0m');
  expect(words([explanationOf({ onFailure: 'queue S/Failed', lost: 'nothing' })], true)).toContain('\u001b[32mnothing\u001b[0m');
  expect(words([explanationOf()], true)).toContain('\u001b[1mS/Orders:$LATEST\u001b[0m');
});
