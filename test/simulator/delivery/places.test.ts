import { Places } from '../../../lib/simulator/delivery/places';
import { SimulatedFunction, SimulatedFunctions, SimulatedStores, type FunctionSettings, type SimulatedStore } from '../../../lib/simulator/state';

const PLACE = { account: '123456789012', region: 'us-east-1' };
const QUEUE: SimulatedStore = { ...PLACE, kind: 'queue', name: 'Failed.fifo', arn: 'arn:aws:sqs:us-east-1:123456789012:Failed.fifo', logicalId: 'Failed', fifo: true };
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:orders';

function places() {
  const [stores, functions] = [new SimulatedStores(), new SimulatedFunctions()];
  stores.add(QUEUE);
  functions.add(new SimulatedFunction({ ...PLACE, partition: 'aws', key: 'S/Orders', logicalId: 'Orders', name: 'orders' } as FunctionSettings));
  return { places: new Places({ stores, functions }), functions };
}

test('finds a store, with the reasons why it takes no records', () => {
  expect(places().places.at(QUEUE.arn)).toEqual({
    kind: 'queue', store: QUEUE, to: 'queue `Failed`', refusals: { onSuccess: expect.stringContaining('FIFO'), onFailure: expect.stringContaining('FIFO') },
  });
});

test('makes the place of a store once', () => {
  const { places: found } = places();
  expect(found.at(QUEUE.arn)).toBe(found.at(QUEUE.arn));
});

test('finds a function by its ARN with a qualifier, until it is deleted', () => {
  const { places: found, functions } = places();
  expect(found.at(`${FUNCTION}:live`)).toMatchObject({ kind: 'function', function: functions.declared('S/Orders'), qualifier: 'live', to: 'function `Orders`' });
  functions.declared('S/Orders')!.deleted = true;
  expect(found.at(`${FUNCTION}:live`)).toMatchObject({ function: undefined, to: `\`${FUNCTION}:live\`` });
});

test('knows nothing of other ARNs', () => {
  expect(places().places.at('arn:aws:sqs:us-east-1:123456789012:Elsewhere')).toMatchObject({ function: undefined, to: '`arn:aws:sqs:us-east-1:123456789012:Elsewhere`' });
});
