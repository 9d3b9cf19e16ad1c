import { byWholeName, called, shown, type Named } from '../../lib/simulator/handles';

const THINGS: Named[] = [
  { name: 'orders', key: 'Shop.OrdersC7CC3BBA', logicalId: 'OrdersC7CC3BBA', path: 'Shop/Orders/Resource' },
  { name: 'shop-Failed', key: 'Shop.OrdersFailed01234567', logicalId: 'OrdersFailed01234567', path: 'Shop/Orders/Failed/Resource' },
  { name: 'bill-Failed', key: 'Bill.BillFailed89ABCDEF', logicalId: 'BillFailed89ABCDEF', path: 'Bill/Failed/Resource' },
  { name: 'plain', key: 'Bare.Plain76543210', logicalId: 'Plain76543210' },
  { name: 'news', key: 'Bare.ShopTopic76543210', logicalId: 'ShopTopic76543210' },
];

const find = (handle: string) => called(THINGS, thing => thing, handle, 'queue').name;

test.each([
  ['orders', 'orders'],
  ['OrdersC7CC3BBA', 'orders'],
  ['Shop.OrdersC7CC3BBA', 'orders'],
  ['Shop/Orders/Resource', 'orders'],
  ['Shop/Orders', 'orders'],
  ['Orders', 'orders'],
  ['Orders/Failed', 'shop-Failed'],
  ['Orders/Failed/Resource', 'shop-Failed'],
  ['BillFailed', 'bill-Failed'],
  ['Plain', 'plain'],
  ['Topic', 'news'],
])('%s is %s', (handle, name) => expect(find(handle)).toBe(name));

test('knows each thing by the whole names that only it has', () => {
  const twin = { ...THINGS[0], key: 'Bill.OrdersC7CC3BBA', path: undefined };
  expect(new Map([...byWholeName([THINGS[0], twin], thing => thing)].map(([name, { key }]) => [name, key]))).toEqual(new Map([
    ['Shop.OrdersC7CC3BBA', 'Shop.OrdersC7CC3BBA'],
    ['Shop/Orders/Resource', 'Shop.OrdersC7CC3BBA'],
    ['Shop/Orders', 'Shop.OrdersC7CC3BBA'],
    ['Bill.OrdersC7CC3BBA', 'Bill.OrdersC7CC3BBA'],
  ]));
});

test('refuses a name that several things have', () => {
  expect(() => find('Failed')).toThrow('Several queues are called `Failed`: `Shop/Orders/Failed`, `Bill/Failed`. Use one of these names.');
});

test('accepts an ARN, and refuses anything but a string', () => {
  const thing = { name: 'orders', arn: 'arn:aws:sqs:us-east-1:123456789012:orders' };
  expect(called([thing], named => named, thing.arn, 'queue')).toBe(thing);
  expect(() => find(undefined as never)).toThrow(new TypeError('`handle` must be a string that names a queue, got: undefined'));
});

test('lists all names if there is no such thing', () => {
  expect(() => find('Oders')).toThrow('No queue is called `Oders`. There are: `Shop/Orders`, `Shop/Orders/Failed`, `Bill/Failed`, `Bare.Plain76543210`, `Bare.ShopTopic76543210`.');
  expect(() => find('opic')).toThrow('No queue is called `opic`.');
  expect(() => called([], () => THINGS[0], 'X', 'queue')).toThrow('No queue is called `X`. The app has no queue.');
});

test.each([
  [THINGS[0], 'Shop/Orders'],
  [{ name: 'nested', path: 'Shop/Resource/Deep' }, 'Shop/Resource/Deep'],
  [THINGS[3], 'Plain76543210'],
  [{ name: 'foreign' }, 'foreign'],
])('%j is shown as %s', (thing, name) => expect(shown(thing)).toBe(name));
