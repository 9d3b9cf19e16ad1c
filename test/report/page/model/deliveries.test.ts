import { deliveriesOf } from '../../../../lib/report/page/model/deliveries';
import { Stage } from '../../../../lib/report/page/scenario/stage';
import { called, shopApp } from '../shop';

const shop = shopApp();

test('each delivery has the actions that it needs, on the key too', () => {
  expect(deliveriesOf(shop.topology, new Stage(shop.topology).lambda, called(shop, 'Shop/Invoice:$LATEST'))).toEqual([
    { role: 'on success', to: 'bus Shop/Orders', consumers: [], key: undefined, actions: [{ name: 'events:PutEvents', on: 'destination', missing: false }] },
    {
      role: 'on failure',
      to: 'queue Shop/FailedOrders',
      consumers: [{ from: 'queue Shop/FailedOrders', kind: 'event-source-mapping', by: 'Shop/Redrive/SqsEventSource:ShopFailedOrders8D3D5DA6', to: 'Shop/Redrive' }],
      key: 'key Shop/FailedOrders/Key',
      actions: [
        { name: 'sqs:SendMessage', on: 'destination', missing: false },
        { name: 'kms:Decrypt', on: 'key', missing: false },
        { name: 'kms:GenerateDataKey', on: 'key', missing: false },
      ],
    },
  ]);
});
