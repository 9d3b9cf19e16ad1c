import { dashboardPicture } from '../../../pages/operations/dashboard-picture';

const picture = dashboardPicture();

test('the picture names its widgets, for people who do not see it', () => {
  expect(picture).toContain('<desc id="description">Invented values. The widgets are Events in, Age of events, Runs, Given up, Failure queue, Alarm Status.</desc>');
});

test('the picture shows one function, with its limits', () => {
  expect([...picture.matchAll(/class="head"[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(['OnCall/TakeOrder']);
  expect([...picture.matchAll(/class="limit-label"[^>]*>([^<]*)/g)].map(([, label]) => label)).toEqual(['Given up', 'Deleted']);
});

test('the picture shows each alarm of the function', () => {
  expect([...picture.matchAll(/class="state"[^>]*>([^<]*)<\/text>\n *<text[^>]*>([^<]*)/g)].map(([, state, name]) => `${name} ${state}`)).toEqual([
    'DeliveryFailed OK', 'LoopStopped OK', 'Backlog OK', 'BacklogCritical OK', 'FailureQueueNotEmpty ALARM', 'FailureQueueExpiring OK',
    'SenderFailed OnCall.OrderPlaced OK', 'SenderQueue OnCall.OrderPlaced NotEmpty OK', 'SenderQueue OnCall.OrderPlaced Expiring OK',
  ]);
});

test('nothing is drawn outside of the picture', () => {
  const [, width, height] = /width="(\d+)" height="(\d+)" role/.exec(picture)!.map(Number);
  const points = [...picture.matchAll(/ d="([^"]*)"/g)].flatMap(([, path]) => [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]));

  expect(points.filter(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height))).toEqual([]);
});
