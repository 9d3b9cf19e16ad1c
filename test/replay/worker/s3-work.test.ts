import type { LineWriter } from '../../../lib/replay/run/work';
import { Clients } from '../../../lib/replay/worker/clients';
import { S3Work } from '../../../lib/replay/worker/s3-work';
import { Services } from '../loopback/services';

let services: Services;
let work: S3Work;
beforeAll(async () => {
  services = await Services.start();
});
beforeEach(() => {
  services.reset();
  work = new S3Work(new Clients().s3(), 'work');
});
afterAll(() => services.stop());

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) {
    found.push(line);
  }
  return found;
}

async function written(lines: readonly string[], end: (writer: LineWriter) => Promise<void>): Promise<string[]> {
  const writer = work.writer('object', 'text/plain');
  for (const line of lines) {
    await writer.write(line);
  }
  await end(writer);
  return all(work.lines('object'));
}

test('reads the lines that it wrote, whatever their characters', async () => {
  const lines = ['{"a":"ä😀"}', 'b', 'c'.repeat(100_000)];

  expect(await written(lines, writer => writer.close())).toEqual(lines);
});

test('writes many lines in parts', async () => {
  const lines = Array.from({ length: 40 }, (_, number) => `${number} ${'x'.repeat(500_000)}`);

  expect(await written(lines, writer => writer.close())).toEqual(lines);
  expect(services.servers.S3.calls.filter(call => call.startsWith('PUT'))).toHaveLength(3);
});

test('writes nothing without lines, or if it is given up', async () => {
  expect(await written([], writer => writer.close())).toEqual([]);
  expect(await written(['a'], writer => writer.abort())).toEqual([]);
  expect(await written(Array.from({ length: 20 }, () => 'x'.repeat(500_000)), writer => writer.abort())).toEqual([]);
  expect(services.buckets.keys('work')).toEqual([]);
  expect(services.servers.S3.calls.filter(call => call.startsWith('DELETE'))).toHaveLength(1);
});

test('an object that is not there has no text and no lines', async () => {
  expect(await work.get('nothing')).toBeUndefined();
  expect(await all(work.lines('nothing'))).toEqual([]);
});

test('lists all keys', async () => {
  const keys = Array.from({ length: 1001 }, (_, number) => `parts/${String(number).padStart(4, '0')}`);
  keys.forEach(key => services.buckets.objects.set(`work/${key}`, ''));
  services.buckets.objects.set('work/other', '');

  expect(await all(work.keys('parts/'))).toEqual(keys);
});
