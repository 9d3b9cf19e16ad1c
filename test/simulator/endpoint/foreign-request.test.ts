import { checkOrigin, ForeignRequestError } from '../../../lib/simulator/endpoint/foreign-request';

test.each([
  {},
  { host: '127.0.0.1:4566' },
  { host: 'localhost:4566' },
  { host: 'lambda.localhost' },
  { host: '[::1]:80' },
  { host: '127.0.0.1:1', origin: 'http://localhost:3000' },
  { host: '127.0.0.1:1', origin: 'https://127.0.0.1' },
])('%j is this machine', headers => {
  expect(() => checkOrigin(headers)).not.toThrow();
});

test.each([
  ['Host', { host: 'evil.example' }],
  ['Host', { host: 'evil.example:4566' }],
  ['Host', { host: 'localhost.evil.example' }],
  ['Host', { host: '127.0.0.1.evil.example' }],
  ['Host', { host: 'notlocalhost' }],
  ['Host', { host: '' }],
  ['Origin', { host: '127.0.0.1:1', origin: 'https://evil.example' }],
  ['Origin', { host: '127.0.0.1:1', origin: 'null' }],
  ['Origin', { host: '127.0.0.1:1', origin: 'http://localhost.evil.example' }],
])('the `%s` header of %j names another machine', (header, headers) => {
  expect(() => checkOrigin(headers)).toThrow(new ForeignRequestError(header));
});
