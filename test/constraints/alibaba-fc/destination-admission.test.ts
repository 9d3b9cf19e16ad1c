import { elsewhere, isSelf } from '../../../lib/constraints/alibaba-fc/destination-admission';
import type { DestinationArn } from '../../../lib/constraints/alibaba-fc/destination-arn';

const HERE = { region: 'cn-hangzhou', account: '1' };
const SENDER = { ...HERE, functionName: 'orders' };
const UNKNOWN = 'unknown';
const isUnknown = (value: unknown) => value === UNKNOWN;

function destination(parts: Partial<DestinationArn> = {}): DestinationArn {
  return { ...HERE, kind: 'function', name: 'orders', ...parts };
}

describe('the sender itself', () => {
  test.each<[string, Partial<DestinationArn>]>([
    ['is the function of that name', {}],
    ['is it by any qualifier', { qualifier: 'prod' }],
    ['is it where no account is given', { account: '' }],
    ['is it where nobody knows the Region', { region: UNKNOWN }],
  ])('%s', (_, parts) => {
    expect(isSelf(destination(parts), SENDER, isUnknown)).toBe(true);
  });

  test.each<[string, Partial<DestinationArn>]>([
    ['is no function of another name', { name: 'order' }],
    ['is no queue of that name', { kind: 'queue' }],
    ['is not in another Region', { region: 'cn-shanghai' }],
    ['is not in another account', { account: '2' }],
  ])('%s', (_, parts) => {
    expect(isSelf(destination(parts), SENDER, isUnknown)).toBe(false);
  });

  test('may be known by its name alone', () => {
    expect(isSelf(destination(), { functionName: 'orders' }, isUnknown)).toBe(true);
  });
});

describe('a destination is elsewhere', () => {
  const rules = (parts: Partial<DestinationArn>, sender = HERE) =>
    elsewhere(destination(parts), sender, isUnknown).map(({ rule, there, here }) => [rule.id, there, here]);

  test('in another Region, in another account, or both', () => {
    expect(rules({ region: 'cn-shanghai' })).toEqual([['DestinationInOtherRegion', 'cn-shanghai', 'cn-hangzhou']]);
    expect(rules({ account: '2' })).toEqual([['DestinationInOtherAccount', '2', '1']]);
    expect(rules({ region: 'cn-shanghai', account: '2' })).toHaveLength(2);
  });

  test('only for certain', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ region: UNKNOWN, account: '' })).toEqual([]);
    expect(rules({}, { region: UNKNOWN, account: UNKNOWN })).toEqual([]);
  });
});
