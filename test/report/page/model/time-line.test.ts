import { failingEvent } from '../../../../lib/explanation/failing-event';
import { attempts, longestWay } from '../../../../lib/report/page/model/time-line';
import { called, shopApp } from '../shop';

test('shows both halves of the longest way on one scale', () => {
  expect(longestWay(called(shopApp(), 'Shop/ImportOrder:live').explained)).toEqual({
    title: 'At most, from the first call to the end',
    spans: [
      { from: 0, to: 86_400, kind: 'sending', says: 'rule retries until Lambda accepts the event' },
      { from: 86_400, to: 108_000, kind: 'queue', says: 'Lambda keeps the event in its queue' },
      { from: 108_000, to: 108_030, kind: 'run', says: 'the last attempt' },
    ],
    end: 108_030,
  });
});

test('shows attempts and the waits between them', () => {
  expect(attempts('x', failingEvent(1, 3600, 5))).toEqual({
    title: 'x',
    spans: [
      { from: 0, to: 5, kind: 'run', says: 'attempt 1' },
      { from: 5, to: 65, kind: 'wait', says: 'wait after attempt 1' },
      { from: 65, to: 70, kind: 'run', says: 'attempt 2' },
    ],
    end: 70,
    ending: 'RetriesExhausted',
  });
});
