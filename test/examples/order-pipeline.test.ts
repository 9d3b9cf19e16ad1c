import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { OrderPipeline } from '../../examples/order-pipeline/order-pipeline';
import { report } from '../../examples/order-pipeline/report';
import { readAssembly } from '../../lib/topology';

const outdir = mkdtempSync(join(tmpdir(), 'order-pipeline-'));
const app = new App({ outdir });
const stack = new OrderPipeline(app, 'OrderPipeline');
const { directory } = app.synth();
afterAll(() => rmSync(outdir, { recursive: true }));

describe('the order pipeline', () => {
  test('tells of every function and qualifier where its events go', () => {
    expect(report(readAssembly(directory))).toBe(`\
OrderPipeline/ArchiveOrder:$LATEST
  invoked by  bus OrderPipeline/OrderBus
  retries     2
  event age   at most 21600 s
  success to  -
  failure to  queue OrderPipeline/UnarchivedOrders

OrderPipeline/FulfilOrder:$LATEST
  invoked by  whoever names it
  retries     2
  event age   at most 21600 s
  success to  OrderPipeline/NotifyCustomer
  failure to  queue OrderPipeline/UnfulfilledOrders

OrderPipeline/FulfilOrder:live
  invoked by  bus OrderPipeline/OrderBus
  retries     2
  event age   at most 21600 s
  success to  OrderPipeline/NotifyCustomer
  failure to  queue OrderPipeline/UnfulfilledOrders

OrderPipeline/ImportOrders:$LATEST
  invoked by  whoever names it
  retries     1
  event age   at most 3600 s
  success to  bus OrderPipeline/OrderBus
  failure to  bucket OrderPipeline/UnreadableUploads

OrderPipeline/ImportOrders:live
  invoked by  bucket OrderPipeline/Uploads
  retries     1
  event age   at most 3600 s
  success to  bus OrderPipeline/OrderBus
  failure to  bucket OrderPipeline/UnreadableUploads

OrderPipeline/NotifyCustomer:$LATEST
  invoked by  OrderPipeline/FulfilOrder
  retries     0
  event age   at most 600 s
  success to  -
  failure to  nowhere: the event is lost`);
  });

  test('gives no cause for a warning', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-async-invoke'))).toEqual([]);
  });
});

describe('its handlers', () => {
  const handler = (name: string) => jest.requireActual(`../../examples/order-pipeline/handlers/${name}.js`).handler;

  test('import the files that they can read', async () => {
    const upload = (key: string) => ({ Records: [{ s3: { object: { key } } }] });

    await expect(handler('import-orders')(upload('new+order.json'))).resolves.toEqual({ imported: ['new order.json'] });
    await expect(handler('import-orders')(upload('photo.png'))).rejects.toThrow('cannot read photo.png');
  });

  test('fulfil an order that has items', async () => {
    await expect(handler('fulfil-order')({ detail: { orderId: 1, items: ['tea', 'cup'] } })).resolves.toEqual({ orderId: 1, parcels: 2 });
    await expect(handler('fulfil-order')({ detail: { orderId: 2, items: [] } })).rejects.toThrow('order 2 has no items');
  });

  test('pass on what they find in a record', async () => {
    await expect(handler('archive-order')({ detail: { responsePayload: { imported: ['a.json'] } } })).resolves.toEqual({ archived: ['a.json'] });
  });
});
