import { shownDashboard } from '../../../pages/operations/dashboard-body';

test('the body has a part for each function of the example', () => {
  expect(shownDashboard().widgets.flatMap(({ properties: { markdown = '' } }) => /^## (.*)/.exec(markdown)?.[1] ?? [])).toEqual(['OnCall/TakeOrder', 'OnCall/SendNewsletter']);
});

test('every alarm that a widget shows has a name', () => {
  const { widgets, alarmNames } = shownDashboard();
  const shown = widgets.flatMap(({ properties: { alarms = [] } }) => alarms);

  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter(id => !alarmNames.has(id))).toEqual([]);
});
