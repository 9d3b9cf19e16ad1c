import { routeOf } from '../../../../lib/simulator/endpoint/s3/route';

const QUERY = new URLSearchParams();

test.each([
  ['127.0.0.1:4000', '/uploads/a/b', { bucketName: 'uploads', key: 'a/b' }],
  ['localhost:4000', '/uploads/a%2Fb%20c', { bucketName: 'uploads', key: 'a/b c' }],
  ['uploads.localhost:4000', '/a/b', { bucketName: 'uploads', key: 'a/b' }],
  ['my.uploads.s3.localhost', '/a', { bucketName: 'my.uploads', key: 'a' }],
  ['[::1]:4000', '/uploads//a/', { bucketName: 'uploads', key: '/a/' }],
])('%s%s', (host, path, route) => {
  expect(routeOf({ method: 'GET', path, headers: { host }, query: QUERY })).toEqual({ operation: 'GetObject', ...route });
});
