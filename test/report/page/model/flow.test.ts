import { fatesOf } from '../../../../lib/report/page/model/fate';
import { flowOf } from '../../../../lib/report/page/model/flow';
import { drawingOf, type PlacedNode } from '../../../../lib/report/page/model/layout';
import { Stage } from '../../../../lib/report/page/scenario/stage';
import { shopApp, templatesApp } from '../shop';

const shop = shopApp();

async function flow(app = shop) {
  return flowOf(app.topology, app.functions, await fatesOf(app.functions, new Stage(app.topology)));
}

test('leads from callers to functions, and on to destinations and what takes records there', async () => {
  const { edges } = await flow();

  expect(edges.map(({ from, to, kind, label }) => `${from} -> ${to.replace('\n', ' ')} ${kind} ${label}`)).toEqual([
    'topic Media/Published -> Media/Notify:$LATEST call subscription',
    'Media/Notify:$LATEST -> lost Media/Notify:$LATEST lost on failure',
    'bucket Media/Uploads -> Media/Thumbnails:$LATEST call notification',
    'Media/Thumbnails:$LATEST -> queue Media/FailedThumbnails failure dead letter',
    'Shop/ImportOrder:$LATEST -> queue Shop/FailedOrders failure on failure',
    'queue Shop/FailedOrders -> Shop/Redrive call polled',
    'bus Shop/Orders -> Shop/ImportOrder:live call rule',
    'Shop/ImportOrder:live -> lost Shop/ImportOrder:live lost on failure',
    'bus Shop/Orders -> Shop/Invoice:$LATEST call rule',
    'Shop/Invoice:$LATEST -> bus Shop/Orders success on success',
    'Shop/Invoice:$LATEST -> queue Shop/FailedOrders failure on failure',
    'Shop/EveryNight -> Shop/NightlyClose:$LATEST call rule',
    'Shop/NightlyClose:$LATEST -> lost Shop/NightlyClose:$LATEST lost on failure',
  ]);
});

test('no two boxes overlap, and every box is within the drawing', async () => {
  const { nodes, width, height } = drawingOf(await flow());
  const meets = (one: PlacedNode, other: PlacedNode) =>
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
  const overlapping = nodes.flatMap((one, index) => nodes.slice(index + 1).filter(other => meets(one, other)).map(other => [one.id, other.id]));

  expect(nodes).toHaveLength(16);
  expect(overlapping).toEqual([]);
  expect(nodes.every(node => node.x >= 0 && node.y >= 0 && node.x + node.width <= width && node.y + node.height <= height)).toBe(true);
});

test('draws hundreds of functions with one queue in columns', async () => {
  const fn = { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } };
  const functions = Array.from({ length: 200 }, (_, index) => [`F${index}`, fn]);
  const resources = { Queue: { Type: 'AWS::SQS::Queue' }, ...Object.fromEntries(functions) };
  const { nodes } = drawingOf(await flow(templatesApp({ 'a.json': { Resources: resources } })));

  expect(new Set(nodes.map(({ x }) => x)).size).toBe(2);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(201);
});
