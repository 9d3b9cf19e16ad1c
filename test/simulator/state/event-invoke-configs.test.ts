import { EventInvokeConfigs } from '../../../lib/simulator/state';

test.each(['$LATEST', 'live'])('keeps, replaces and deletes the config of %s', qualifier => {
  const configs = new EventInvokeConfigs();
  const [first, second] = [{ lastModified: 1 }, { lastModified: 2 }];
  configs.put('other', { lastModified: 0 });
  expect(configs.get(qualifier)).toBeUndefined();
  configs.put(qualifier, first);
  expect(configs.get(qualifier)).toBe(first);
  configs.put(qualifier, second);
  expect(configs.get(qualifier)).toBe(second);
  expect(configs.entries()).toEqual([['other', { lastModified: 0 }], [qualifier, second]]);
  expect([configs.delete(qualifier), configs.delete(qualifier)]).toEqual([true, false]);
  expect(configs.get(qualifier)).toBeUndefined();
});
