import { ENDPOINT, endpointOf } from '../../../lib/constraints/alibaba-fc/endpoint';
import { violation } from '../../../lib/constraints/violation';

test('every account has an endpoint in each Region', () => {
  expect(endpointOf({ region: 'eu-central-1', account: '1234567890123456' })).toBe('1234567890123456.eu-central-1.fc.aliyuncs.com');
});

test.each(['1.cn-hangzhou-internal.fc.aliyuncs.com', 'https://fc.example:8443', 'http://127.0.0.1', 'http://localhost:3000'])('%s is an endpoint', endpoint => {
  expect(violation(ENDPOINT, endpoint)).toBeUndefined();
});

test.each(['http://fc.example', 'https://fc.example/', 'fc.example/path', 'https://key@fc.example', '-.example'])('%s is refused', endpoint => {
  expect(violation(ENDPOINT, endpoint)).toMatch(/^`endpoint` must be 1 to 253 characters: a host, or https/);
});
