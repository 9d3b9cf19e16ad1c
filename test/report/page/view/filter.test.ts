import { fatesOf, type Fate } from '../../../../lib/report/page/model/fate';
import { Stage } from '../../../../lib/report/page/scenario/stage';
import { choicesOf, EVERYTHING, filtered, type Filter } from '../../../../lib/report/page/view/filter';
import { shopApp } from '../shop';

const shop = shopApp();
let fates: Map<string, Fate>;

beforeAll(async () => {
  fates = await fatesOf(shop.functions, new Stage(shop.topology));
});

test.each<[Partial<Filter>, string[]]>([
  [{}, shop.functions.map(({ id }) => id)],
  [{ text: 'failedorders' }, ['Shop/ImportOrder:$LATEST', 'Shop/Invoice:$LATEST']],
  [{ text: 'order live' }, ['Shop/ImportOrder:live']],
  [{ text: 'EveryNight' }, ['Shop/NightlyClose:$LATEST']],
  [{ text: 'AliasNotConfigured' }, ['Shop/ImportOrder:live']],
  [{ stack: 'Media' }, ['Media/Notify:$LATEST', 'Media/Thumbnails:$LATEST']],
  [{ state: 'lost', stack: 'Shop' }, ['Shop/ImportOrder:live', 'Shop/NightlyClose:$LATEST']],
  [{ state: 'warning' }, ['Media/Notify:$LATEST', 'Shop/ImportOrder:live', 'Shop/Invoice:$LATEST', 'Shop/NightlyClose:$LATEST']],
  [{ state: 'error' }, []],
  [{ caller: 's3-notification' }, ['Media/Thumbnails:$LATEST']],
])('%j finds %j', (filter, found) => {
  expect(filtered(shop.functions, fates, { ...EVERYTHING, ...filter }).map(({ id }) => id)).toEqual(found);
});

test('offers the stacks and the kinds of callers that there are', () => {
  expect(choicesOf(shop)).toEqual({ stacks: ['Media', 'Shop'], callers: [['s3-notification', 'notification'], ['event-rule', 'rule'], ['sns-subscription', 'subscription']] });
});
