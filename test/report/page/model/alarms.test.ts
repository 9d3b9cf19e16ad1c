import { watchesOf } from '../../../../lib/report/page/model/alarms';
import { called, shopApp } from '../shop';

const shop = shopApp();

test('names the alarms that watch a function', () => {
  expect(watchesOf(shop.topology, called(shop, 'Shop/Invoice:$LATEST'))).toEqual([{ alarm: 'Shop/InvoiceDropped', metric: 'AsyncEventsDropped', of: 'Shop/Invoice' }]);
  expect(watchesOf(shop.topology, called(shop, 'Shop/NightlyClose:$LATEST'))).toEqual([]);
});
