import { endpointUrl } from '../../../../lib/handler/alibaba/client/endpoint';

test.each([
  ['1234567890123456.cn-hangzhou.fc.aliyuncs.com', 'https://1234567890123456.cn-hangzhou.fc.aliyuncs.com'],
  ['fc.example:8443', 'https://fc.example:8443'],
  ['https://fc.example', 'https://fc.example'],
  ['http://127.0.0.1', 'http://127.0.0.1'],
  ['http://localhost', 'http://localhost'],
])('%s is %s', (endpoint, url) => {
  expect(endpointUrl(endpoint)).toBe(url);
});

test.each(['http://fc.example', 'http://127.0.0.1.fc.example', 'https://user:password@fc.example', 'https://fc.example/path', 'ftp://fc.example', '//fc.example', ''])(
  '%j is refused', endpoint => {
    expect(() => endpointUrl(endpoint, 'credentials.endpoint')).toThrow(new Error(
      '`credentials.endpoint` must be 1 to 253 characters: a host, or https:// and a host; http:// leads to this machine only, '
      + `got: ${JSON.stringify(endpoint)}`));
  });
