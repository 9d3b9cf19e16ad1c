import type { BusEntry } from '../../../../lib/simulator';
import { app } from '../app';

const put = (entry: object) => app([], {}).bus().put({ source: 'shop', detailType: 'Ordered', ...entry } as BusEntry);

test.each<[object, string]>([
  [{ source: '' }, "`source` must be a text, got: ''"],
  [{ source: undefined }, '`source` must be a text, got: undefined'],
  [{ source: 7 }, '`source` must be a text, got: number'],
  [{ detailType: null }, '`detailType` must be a text, got: null'],
  [{ detailType: '' }, "`detailType` must be a text, got: ''"],
  [{ detail: 'text' }, '`detail` must be a JSON object, got: string'],
  [{ detail: null }, '`detail` must be a JSON object, got: null'],
  [{ detail: [1] }, '`detail` must be a JSON object, got: a list'],
  [{ time: new Date(NaN) }, '`time` must be a date, got: Invalid Date'],
  [{ time: '2026' }, '`time` must be a date, got: 2026'],
  [{ 'detail-type': 'x' }, '`detail-type` is not an option of `put`. Its options are `source`, `detailType`, `detail`, `resources` and `time`: put the content of the event into `detail`'],
])('refuses to put %j', async (entry, message) => {
  await expect(put(entry)).rejects.toThrow(message);
});

test.each([{}, { time: new Date(0) }, { detail: { id: 1 } }])('puts %j', async entry => {
  expect((await put(entry)).ends).toMatchObject([{ kind: 'stored', at: 'bus `default`' }]);
});
