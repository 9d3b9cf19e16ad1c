import { endpointOf } from '../../../lib/constraints/alibaba-fc/endpoint';

test('every account has an endpoint in each Region, and one from inside', () => {
  expect(endpointOf({ region: 'eu-central-1', account: '1234567890123456' })).toBe('1234567890123456.eu-central-1.fc.aliyuncs.com');
  expect(endpointOf({ region: 'cn-hangzhou', account: '1' }, true)).toBe('1.cn-hangzhou-internal.fc.aliyuncs.com');
});
