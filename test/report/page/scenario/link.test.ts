import { fragmentOf, scenarioOf } from '../../../../lib/report/page/scenario/link';
import { BROKEN, type Scenario } from '../../../../lib/report/page/scenario/scenario';

const USUAL: Scenario = { ...BROKEN, function: 'Shop/Orders:live' };

test.each<[Scenario, string]>([
  [USUAL, 'f=Shop%2FOrders%3Alive'],
  [{ ...USUAL, trouble: 'timeout', times: 2, denied: true, kilobytes: 1024, retries: 0, age: 60, destination: '', at: 90 }, 'f=Shop%2FOrders%3Alive&fail=timeout&times=2&denied=1&kb=1024&retries=0&age=60&to=&at=90'],
  [{ ...USUAL, function: '#&= ü', destination: 'arn:aws:sqs:eu-west-1:1:q' }, 'f=%23%26%3D+%C3%BC&to=arn%3Aaws%3Asqs%3Aeu-west-1%3A1%3Aq'],
])('a link keeps a scenario: %j', (scenario, fragment) => {
  expect(fragmentOf(scenario)).toBe(fragment);
  expect(scenarioOf(`#${fragment}`)).toEqual(scenario);
});

test.each([
  ['', undefined],
  ['#top', undefined],
  ['#f=F&fail=x&times=100&kb=0&retries=3&age=59&at=-1', { ...BROKEN, function: 'F' }],
  ['#f=F&times=99&kb=1&retries=2&age=21600&at=0', { ...BROKEN, function: 'F', times: 99, kilobytes: 1, retries: 2, age: 21_600, at: 0 }],
  ['#f=F&times=1e1&kb=0x10&age=21601', { ...BROKEN, function: 'F' }],
])('what is out of range in %j is as usual', (fragment, scenario) => {
  expect(scenarioOf(fragment)).toEqual(scenario);
});
