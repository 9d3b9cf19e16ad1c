import { s3EventBridgeEvent, s3Notification } from '../../../lib/invocation-record';

test('a bucket encodes the key as in a query, but for its slashes', () => {
  const [record] = s3Notification({ bucket: 'b', key: 'a b/c+d$é', versionId: 'v' }).Records;

  expect(record).toMatchObject({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'b' }, object: { key: 'a+b/c%2Bd%24%C3%A9', versionId: 'v' } } });
});

test('a bus gets the key as it is', () => {
  expect(s3EventBridgeEvent({ bucket: 'b', key: 'a b', versionId: 'v' })).toMatchObject({
    'source': 'aws.s3', 'detail-type': 'Object Created', 'detail': { bucket: { name: 'b' }, object: { 'key': 'a b', 'version-id': 'v' } },
  });
});
