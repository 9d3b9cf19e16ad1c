import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { OrderPipeline } from '../../examples/order-pipeline/order-pipeline';
import { rehearse, type Rehearsal } from '../../examples/order-pipeline/rehearsal';
import { screen } from '../../examples/order-pipeline/screen';
import { CHECKS, findings } from '../../lib/checks';
import { readAssembly } from '../../lib/topology';
import { fences, page } from '../docs/pages';
import { Simulator, runsCode } from 'cdk-async-invoke/simulator';

const outdir = mkdtempSync(join(tmpdir(), 'order-pipeline-'));
const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
const stack = new OrderPipeline(app, 'OrderPipeline', { stackName: 'Shop' });
const { directory } = app.synth();
afterAll(() => rmSync(outdir, { recursive: true }));

describe('the order pipeline', () => {
  test('has no warnings', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-async-invoke'))).toEqual([]);
  });

  test('passes all checks', () => {
    expect(findings(readAssembly(directory), CHECKS)).toEqual([]);
  });
});

describe('its rehearsal', () => {
  const sim = Simulator.fromAssembly(directory, { respond: runsCode() });
  const doing: string[] = [];
  let rehearsal: Rehearsal;
  beforeAll(async () => {
    rehearsal = await rehearse(sim, step => doing.push(step));
  });
  afterAll(() => sim.close());

  test('creates its custom resources with the deploy-time handler', () => {
    expect(rehearsal.created.map(({ path, attributes }) => [path, attributes])).toEqual([
      ['OrderPipeline/TrialOrder/Resource/Default', { ExecutedVersion: '1' }],
      ['OrderPipeline/LiveConfig/Resource/Default', expect.objectContaining({ MaximumEventAgeInSeconds: '21600', MaximumRetryAttempts: '2' })],
    ]);
  });

  test('ends each event as expected', () => {
    expect(rehearsal.scenes.map(({ outcomes }) => outcomes.map(({ attempts, condition }) => [attempts, condition]))).toEqual([
      [[1, 'Success'], [1, 'Success']],
      [[2, 'RetriesExhausted']],
      [[1, 'Success'], [1, 'Success']],
      [[3, 'RetriesExhausted']],
      [[2, 'Success'], [1, 'Success']],
      [[1, 'Success'], [1, 'Success']],
      [[0, 'ZeroReservedConcurrency']],
    ]);
  });

  test('runs the real code', () => {
    const [[, archived], [unreadable], [fulfilled], [empty]] = rehearsal.scenes.map(({ outcomes }) => outcomes);

    expect([archived.response, fulfilled.response]).toEqual([{ archived: ['orders.json'] }, { orderId: 1, parcels: 2 }]);
    expect([unreadable.error?.errorMessage, empty.error?.errorMessage]).toEqual(['cannot read photo.png', 'order 2 has no items']);
    expect(rehearsal.kept.record?.requestPayload).toEqual({ detail: { orderId: 2, items: [] } });
  });

  test('reports its progress', () => {
    expect(doing).toEqual(['deploying into the simulator', ...rehearsal.scenes.map(({ title }) => title)]);
  });

  test('fits one screen', () => {
    const lines = screen(rehearsal).split('\n');

    expect(lines.length).toBeLessThan(45);
    expect(lines.filter(line => line.length > 100)).toEqual([]);
  });

  test('is what the README shows', () => {
    const { text } = fences(page('README.md')).find(fence => fence.text.startsWith('Deployed it into the simulator'))!;

    expect(screen(rehearsal)).toContain(text);
  });

  test('has colours on terminals only', () => {
    expect(screen(rehearsal)).not.toContain('\u001b');
    expect(screen(rehearsal, true)).toContain('\u001b[32m✓\u001b[0m 0:00');
  });
});

describe('its handlers', () => {
  const handler = (name: string) => jest.requireActual(`../../examples/order-pipeline/handlers/${name}.js`).handler;

  test('import JSON files and refuse others', async () => {
    const upload = (key: string) => ({ Records: [{ s3: { object: { key } } }] });

    await expect(handler('import-orders')(upload('new+order.json'))).resolves.toEqual({ imported: ['new order.json'] });
    await expect(handler('import-orders')(upload('photo.png'))).rejects.toThrow('cannot read photo.png');
  });

  test('fulfil an order with items and refuse an empty one', async () => {
    await expect(handler('fulfil-order')({ detail: { orderId: 1, items: ['tea', 'cup'] } })).resolves.toEqual({ orderId: 1, parcels: 2 });
    await expect(handler('fulfil-order')({ detail: { orderId: 2, items: [] } })).rejects.toThrow('order 2 has no items');
  });

  test('archive what the record of an import names', async () => {
    await expect(handler('archive-order')({ detail: { responsePayload: { imported: ['a.json'] } } })).resolves.toEqual({ archived: ['a.json'] });
  });
});
