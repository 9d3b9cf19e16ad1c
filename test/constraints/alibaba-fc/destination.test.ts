import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DELIVERY_ACTIONS } from '../../../lib/constraints/alibaba-fc/destination';

test('every kind of destination has its permission', () => {
  expect(DELIVERY_ACTIONS).toEqual({
    function: 'fc:InvokeFunction',
    queue: 'mns:SendMessage',
    topic: 'mns:PublishMessage',
    bus: 'eventbridge:PutEvents',
    rocketmq: 'mq:PUB',
  });
});

test('the documentation of the constructs has the largest record of each kind', () => {
  const documentation = readFileSync(join(__dirname, '../../../lib/alibaba/destination.ts'), 'utf8');

  expect([...documentation.matchAll(/up to (\d+ (?:KB|MB))/g)].map(([, size]) => size)).toEqual(['128 KB', '64 KB', '64 KB', '64 KB', '4 MB']);
});
