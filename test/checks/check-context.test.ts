import { arnOf, FN, sending } from './small-templates';
import { CheckContext } from '../../lib/checks/check-context';
import { resource, resources } from '../topology/templates';

const topology = resources({ Fn: FN, Queue: resource('SQS::Queue'), Config: sending(arnOf('Queue')) });

test.each(['destinations', 'refused', 'configs', 'triggers'] as const)('%s are worked out once', property => {
  const context = new CheckContext(topology);

  expect(context[property]).toBe(context[property]);
});

test.each(['destinations', 'refused', 'configs', 'triggers'] as const)('%s of one context are not those of another', property => {
  expect(new CheckContext(topology)[property]).not.toBe(new CheckContext(topology)[property]);
});

test('computes from its topology', () => {
  const context = new CheckContext(topology);

  expect(context.topology).toBe(topology);
  expect(context.destinations).toMatchObject([{ side: 'onFailure', target: { resource: 'S.Queue' } }]);
  expect(context.configs.all('S.Fn').map(({ logicalId }) => logicalId)).toEqual(['Config']);
});

test('singles out the destinations that Lambda refuses', () => {
  const context = new CheckContext(resources({ Fn: FN, Queue: resource('SQS::Queue'), Fifo: resource('SQS::Queue', { FifoQueue: true }), Config: sending(arnOf('Fifo'), arnOf('Queue')) }));

  expect(context.destinations).toHaveLength(2);
  expect(context.refused).toEqual([context.destinations[0]]);
});
