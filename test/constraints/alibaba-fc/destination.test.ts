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
