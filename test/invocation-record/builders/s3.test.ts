import { s3EventBridgeEvent, s3Notification } from '../../../lib/invocation-record';

test('the notification of a bucket encodes the key, except slashes', () => {
  const [record] = s3Notification({ bucket: 'b', key: 'a b/c+d$é', versionId: 'v' }).Records;

  expect(record).toMatchObject({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'b' }, object: { key: 'a+b/c%2Bd%24%C3%A9', versionId: 'v' } } });
});

test('the event of a bus has the plain key', () => {
  expect(s3EventBridgeEvent({ bucket: 'b', key: 'a b', versionId: 'v' })).toMatchObject({
    'source': 'aws.s3', 'detail-type': 'Object Created', 'detail': { bucket: { name: 'b' }, object: { 'key': 'a b', 'version-id': 'v' } },
  });
});
