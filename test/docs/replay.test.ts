import { page, tableOf } from './pages';
import { REPLAY_DEFAULTS } from '../../lib/contract/replay';
import { estimate } from '../../lib/replay/plan/estimate';

const PAGE = page('docs/replay.md');

test.each(tableOf(PAGE, 'Cost of a million events'))('a million events from a %s at %s per second take %s and cost %s', (source, rate, time, dollars) => {
  const amounts = { fromQueues: 0, fromBuckets: 0, bytes: 1e9, rate: Number(rate.replace(',', '')), workers: REPLAY_DEFAULTS.workers };
  const estimated = estimate({ ...amounts, [source === 'queue' ? 'fromQueues' : 'fromBuckets']: 1e6 });
  const [hours, minutes] = [Math.floor(estimated.seconds / 3600), Math.round(estimated.seconds % 3600 / 60)];

  expect([time, Number(dollars)]).toEqual([hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`, estimated.dollars]);
});

test('the page has the defaults of the worker', () => {
  const defaults = Object.fromEntries(tableOf(PAGE, 'Input of an execution').map(([member, , , value]) => [member.replaceAll('`', ''), value]));
  const { ledgerDays: _, ...settings } = REPLAY_DEFAULTS;

  expect(Object.fromEntries(Object.keys(settings).map(name => [name, name === 'inDoubt' ? settings.inDoubt : Number(defaults[name])]))).toEqual(settings);
});
