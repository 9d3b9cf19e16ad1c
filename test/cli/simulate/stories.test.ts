import type { ToldDelivery, ToldEvent } from '../../../lib/cli/simulate/events';
import { stories } from '../../../lib/cli/simulate/stories';
import { JsonText } from '../../../lib/simulator';

const TEXT = (...timeline: string[]) => ['S/Orders id', ...timeline.map(line => `  ${line}`)].join('\n');

function event(timeline: string[], deliveries: ToldDelivery[] = []): ToldEvent {
  return { function: 'S/Orders', requestId: 'id', attempts: 0, acceptedAt: '2026-01-01T00:00:00.000Z', steps: [], timeline, deliveries };
}

function told(timeline: string[], deliveries?: ToldDelivery[]): string {
  return stories([event(timeline, deliveries)], [], false);
}

const throttles = (count: number) => Array.from({ length: count }, (_, index) => `0:00:0${index}  throttled`);

test.each([1, 2, 3])('prints %i equal lines in full', count => {
  expect(told([...throttles(count), '0:00:09  given up'])).toBe(`${TEXT(...throttles(count), '0:00:09  given up')}\n`);
});

test.each([4, 5])('prints the first and the last of %i equal lines', count => {
  const all = throttles(count);
  const abridged = [all[0], `... ${count - 2} more times the same`, all[count - 1]];
  expect(told([...all, '0:00:09  given up'])).toBe(`${TEXT(...abridged, '0:00:09  given up')}\n`);
  expect(told(['0:00:00  accepted', ...all])).toBe(`${TEXT('0:00:00  accepted', ...abridged)}\n`);
});

describe('prints the arrived message after the story', () => {
  const queue: ToldDelivery = { kind: 'on-failure', to: 'queue `Q`', message: { kind: 'queue', body: '{}', messageAttributes: {} }, record: new JsonText('{"version":"1.0"}') };

  test.each<[string, ToldDelivery, string]>([
    ['a record', queue, 'the record in queue `Q`\n  {\n    "version": "1.0"\n  }'],
    ['a record in a bucket, with its key',
      { ...queue, to: 'bucket `B`', message: { kind: 'bucket', key: 'aws/lambda/k', body: '{}', contentType: 'application/octet-stream' } },
      'the record in bucket `B` as aws/lambda/k\n  {\n    "version": "1.0"\n  }'],
    ['a dead letter as the message that it is', { ...queue, kind: 'dead-letter', record: undefined },
      'the dead letter in queue `Q`\n  {\n    "kind": "queue",\n    "body": "{}",\n    "messageAttributes": {}\n  }'],
    ['what nobody knows, as that', { kind: 'on-failure', to: 'queue `Q`', notKnown: 'Not known: one.\nTwo.' }, 'the record in queue `Q`\n  Not known: one.\n  Two.'],
  ])('%s', (_, delivery, text) => {
    expect(told(['accepted'], [delivery])).toBe(`${TEXT('accepted')}\n\n  ${text}\n`);
  });

  test('but neither a lost one, nor a record for a function, which has its own story', () => {
    const deliveries: ToldDelivery[] = [
      { kind: 'on-failure', to: 'queue `Q`', lostBecause: 'the destination does not exist' },
      { kind: 'on-success', to: 'function `F`', message: { kind: 'function', payload: '{}' } },
    ];
    expect(told(['accepted'], deliveries)).toBe(`${TEXT('accepted')}\n`);
  });
});

test('separates stories and assumptions, and uses colours for a terminal', () => {
  const [plain, live] = [event(['one']), { ...event(['two']), qualifier: 'live' }];
  expect(stories([plain, live], ['first', 'second'], false)).toBe('S/Orders id\n  one\n\nS/Orders:live id\n  two\n\nfirst\nsecond\n');
  expect(stories([live], ['first'], true)).toBe('\u001b[1mS/Orders:live\u001b[0m \u001b[90mid\u001b[0m\n  two\n\n\u001b[33mfirst\u001b[0m\n');
});
