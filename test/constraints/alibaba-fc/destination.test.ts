import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DELIVERY_ACTIONS, RECORD_BYTES } from '../../../lib/constraints/alibaba-fc/destination';

test('every kind of destination has its permission and its largest record', () => {
  expect(Object.entries(DELIVERY_ACTIONS).map(([kind, action]) => [kind, action, RECORD_BYTES[kind as keyof typeof RECORD_BYTES]])).toEqual([
    ['function', 'fc:InvokeFunction', 131_072],
    ['queue', 'mns:SendMessage', 65_536],
    ['topic', 'mns:PublishMessage', 65_536],
    ['bus', 'eventbridge:PutEvents', 65_536],
    ['rocketmq', 'mq:PUB', 4_194_304],
  ]);
});

test('the documentation of the constructs tells the largest records', () => {
  const documentation = readFileSync(join(__dirname, '../../../lib/alibaba/destination.ts'), 'utf8');
  const sizes = [...documentation.matchAll(/up to (\d+) (KB|MB)/g)].map(([, count, unit]) => Number(count) * (unit === 'KB' ? 1024 : 1024 * 1024));

  expect(sizes).toEqual(['function', 'queue', 'topic', 'bus', 'rocketmq'].map(kind => RECORD_BYTES[kind as keyof typeof RECORD_BYTES]));
});
