import { wasAtWork } from '../../../lib/handler/config/journal';
import { physicalId } from '../../../lib/handler/physical-id/physical-id';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { cloudFormationError, stackEvents, type ListedEvent } from '../loopback/stack-answers';
import { TestDeployment } from '../test-deployment';

const STACK = 'arn:aws:cloudformation:us-east-1:123456789012:stack/s/1';
const IDENTITY = '123456789012/us-east-1/orders:live';
const HERE = physicalId(IDENTITY, { mark: '1', found: null })!;
const ELSEWHERE = physicalId('123456789012/us-east-1/orders:next', { mark: '1', found: null })!;

const cloudFormation = serverForEachTest('CLOUDFORMATION');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

const at = (second: number) => new Date(Date.UTC(2026, 0, 2, 0, 0, second));

function event(second: number, status: string, physicalId_ = HERE, more: Partial<ListedEvent> = {}): ListedEvent {
  return { logicalId: 'Config', physicalId: physicalId_, type: 'Custom::LambdaAsyncInvokeConfig', status, since: at(second), ...more };
}

const atWork = (second: number) => wasAtWork(STACK, IDENTITY, at(second).getTime(), deployment);

/** Events are given in the order in which they happened. */
function history(...events: ListedEvent[]): void {
  cloudFormation().script([stackEvents([event(-9, 'CREATE_COMPLETE', 'x', { type: 'AWS::SQS::Queue' }), ...events].reverse())]);
}

test.each([
  ['before it begins', 10, false], ['when it begins', 20, true], ['while it goes on', 30, true], ['when it ends', 40, true], ['after it has ended', 50, false],
])('an update at the place is work: %s', async (_, second, expected) => {
  history(event(20, 'UPDATE_IN_PROGRESS'), event(40, 'UPDATE_COMPLETE'));
  expect(await atWork(second)).toBe(expected);
});

test('clocks may differ by five seconds', async () => {
  history(event(20, 'UPDATE_IN_PROGRESS'), event(40, 'UPDATE_COMPLETE'));
  expect(await atWork(15)).toBe(true);
  history(event(20, 'UPDATE_IN_PROGRESS'), event(40, 'UPDATE_COMPLETE'));
  expect(await atWork(45)).toBe(true);
});

test.each<[string, boolean, ListedEvent[]]>([
  ['a create, whose id comes with its end', true, [event(20, 'CREATE_IN_PROGRESS', ''), event(40, 'CREATE_COMPLETE')]],
  ['a create of a config for another place', false, [event(20, 'CREATE_IN_PROGRESS', ''), event(40, 'CREATE_COMPLETE', ELSEWHERE)]],
  ['a move from the place', true, [event(20, 'UPDATE_IN_PROGRESS'), event(40, 'UPDATE_COMPLETE', ELSEWHERE)]],
  ['a move to the place', true, [event(20, 'UPDATE_IN_PROGRESS', ELSEWHERE), event(40, 'UPDATE_COMPLETE')]],
  ['a failed move, whose target is unknown', true, [event(20, 'UPDATE_IN_PROGRESS', ELSEWHERE), event(40, 'UPDATE_FAILED', ELSEWHERE)]],
  ['an update that goes on', true, [event(20, 'UPDATE_IN_PROGRESS')]],
  ['an update of a config of the other cloud', true, [event(20, 'UPDATE_IN_PROGRESS', HERE, { type: 'Custom::AlibabaAsyncInvokeConfig' })]],
  ['work on something else', false, [event(20, 'UPDATE_IN_PROGRESS', HERE, { type: 'Custom::LambdaDeployTimeInvocation' })]],
  ['another resource that ends in between', true, [
    event(20, 'UPDATE_IN_PROGRESS'), event(25, 'UPDATE_COMPLETE', ELSEWHERE, { logicalId: 'Other' }), event(40, 'UPDATE_COMPLETE'),
  ]],
])('%s: %s', async (_, expected, events) => {
  history(...events);
  expect(await atWork(30)).toBe(expected);
});

test('reads no further back than a request may have begun', async () => {
  const old = event(-3 * 3600, 'UPDATE_COMPLETE');
  cloudFormation().script([stackEvents([event(40, 'UPDATE_COMPLETE'), event(20, 'UPDATE_IN_PROGRESS')], 'more'), stackEvents([old], 'even more')]);
  expect(await atWork(30)).toBe(true);
  expect(cloudFormation().requests).toHaveLength(2);
});

describe('it is unknown', () => {
  test('if the events begin later', async () => {
    cloudFormation().script([stackEvents([event(40, 'UPDATE_IN_PROGRESS')])]);
    expect(await atWork(30)).toBeUndefined();
  });

  test('if there are none', async () => {
    cloudFormation().script([stackEvents([])]);
    expect(await atWork(30)).toBeUndefined();
  });

  test('if they may not be read, which costs no time', async () => {
    cloudFormation().script([cloudFormationError(403, 'AccessDenied')]);
    expect(await atWork(30)).toBeUndefined();
    expect(deployment.logged('events unknown')).toEqual([{ error: 'AccessDenied' }]);
    expect(deployment.elapsed).toBe(0);
  });

  test('if there are too many', async () => {
    cloudFormation().script(() => stackEvents([event(100, 'UPDATE_COMPLETE')], 'more'));
    expect(await atWork(30)).toBeUndefined();
    expect(cloudFormation().requests).toHaveLength(50);
  });
});
