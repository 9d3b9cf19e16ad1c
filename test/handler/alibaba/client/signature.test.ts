import { OpenApiUtil } from '@alicloud/openapi-core';
import * as fc from 'fast-check';
import { authorization, signed } from '../../../../lib/handler/alibaba/client/signature';
import { signatureViolation } from '../loopback/verify-signature';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('is that of the example in the documentation', () => {
  const url = new URL('https://ecs.cn-shanghai.aliyuncs.com/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai');
  const { headers } = signed(
    { method: 'POST', url, headers: {}, body: '' },
    { action: 'RunInstances', version: '2014-05-26' },
    { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
    { now: Date.UTC(2023, 9, 26, 10, 22, 32, 999), nonce: '3156853299f313e23d1673dc12e1703d' },
  );
  expect(headers).toEqual({
    'host': 'ecs.cn-shanghai.aliyuncs.com',
    'x-acs-action': 'RunInstances',
    'x-acs-version': '2014-05-26',
    'x-acs-date': '2023-10-26T10:22:32Z',
    'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
    'x-acs-content-sha256': EMPTY,
    'authorization': 'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,'
      + 'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,'
      + 'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  });
});

test.each([
  ['the method', { method: 'GET' as const }],
  ['the path', { url: new URL('https://fc.example/other?qualifier=live') }],
  ['the query', { url: new URL('https://fc.example/path?qualifier=other') }],
  ['the host', { url: new URL('https://other.example/path?qualifier=live'), headers: { host: 'other.example' } }],
  ['the body', { headers: { 'host': 'fc.example', 'x-acs-content-sha256': 'other' } }],
  ['the type of the body', { headers: { 'host': 'fc.example', 'content-type': 'text/plain' } }],
])('depends on %s', (_, changed) => {
  const request = { method: 'PUT' as const, url: new URL('https://fc.example/path?qualifier=live'), headers: { host: 'fc.example' }, body: '' };
  const key = { accessKeyId: 'id', accessKeySecret: 'secret' };
  const whole = (headers: Record<string, string>) => ({ 'x-acs-content-sha256': EMPTY, ...headers });
  const before = authorization({ ...request, headers: whole(request.headers) }, key);
  const after = authorization({ ...request, ...changed, headers: whole('headers' in changed ? changed.headers as Record<string, string> : request.headers) }, key);
  expect(after).not.toBe(before);
});

test('signs the token of a temporary key, too', () => {
  const { headers } = signed(
    { method: 'GET', url: new URL('https://fc.example/'), headers: { 'accept': 'application/json', 'x-fc-log-type': 'Tail' }, body: '' },
    { action: 'A', version: 'V' },
    { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 'token' },
    { now: 0, nonce: 'n' },
  );
  expect(headers).toMatchObject({ 'accept': 'application/json', 'x-fc-log-type': 'Tail', 'x-acs-accesskey-id': 'id', 'x-acs-security-token': 'token' });
  expect(headers.authorization).toContain(
    'SignedHeaders=host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,');
});

describe('whatever is in the request', () => {
  const KEY = { accessKeyId: 'id', accessKeySecret: 'secret' };
  const text = fc.string({ unit: 'grapheme', maxLength: 8 });

  /** A request with any query and body, signed. */
  const requests = (names: fc.Arbitrary<string>) => fc.record({
    query: fc.dictionary(names, text, { maxKeys: 4 }), body: text, nonce: text,
  }).map(({ query, body, nonce }) => {
    const url = new URL('http://127.0.0.1/2023-03-30/functions/f/async-invoke-config');
    Object.entries(query).forEach(([name, value]) => url.searchParams.append(name, value));
    const request = { method: 'POST' as const, url, headers: { 'content-type': ' text/plain ' }, body };
    const { method, headers } = signed(request, { action: 'A', version: 'V' }, KEY, { now: 0, nonce: `n${nonce}` });
    return { method, path: url.pathname, query: url.searchParams, headers, body };
  });

  test('it is what the documentation says', () => {
    fc.assert(fc.property(requests(text), request => {
      expect(signatureViolation(request, { secrets: { id: 'secret' }, tokens: {}, now: () => 0 })).toBeUndefined();
      expect(signatureViolation(request, { secrets: { id: 'other' }, tokens: {}, now: () => 0 })).toMatch(/^not the signature/);
    }));
  });

  test('it is what the official client says', () => {
    fc.assert(fc.property(requests(fc.stringMatching(/^[a-z-]{1,3}$/)), ({ method, path, query, headers }) => {
      const { authorization: ours, 'x-acs-content-sha256': hash, ...others } = headers;
      const request = { method, pathname: path, query: Object.fromEntries(query), headers: { ...others, 'x-acs-content-sha256': hash } };

      expect(OpenApiUtil.getAuthorization(request as any, 'ACS3-HMAC-SHA256', hash, KEY.accessKeyId, KEY.accessKeySecret)).toBe(ours);
    }));
  });
});
