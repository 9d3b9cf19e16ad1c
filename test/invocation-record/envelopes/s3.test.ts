import { readS3Notification } from '../../../lib/invocation-record/envelopes/s3';

const s3 = { bucket: { name: 'b' }, object: { key: 'a+b/%24c%C3%A9', versionId: 'v' } };

test.each([
  ['ObjectCreated:Put', true], ['s3:ObjectCreated:Put', true], ['ObjectCreated:CompleteMultipartUpload', true],
  ['ObjectRemoved:Delete', false], ['ObjectRestore:Completed', false], ['ObjectTagging:Put', false],
])('%s is about a new object: %s', (eventName, created) => {
  expect(readS3Notification({ eventName, s3 })).toEqual({ bucket: 'b', key: 'a b/$cé', versionId: 'v', created });
});

test.each([['Object Created', true], ['Object Deleted', false]])('on a bus, %s is about a new object: %s, and the key is not encoded', (type, created) => {
  expect(readS3Notification({ 'source': 'aws.s3', 'detail-type': type, 'detail': { bucket: { name: 'b' }, object: { 'key': 'a+b', 'version-id': 'v' } } }))
    .toEqual({ bucket: 'b', key: 'a+b', versionId: 'v', created });
});

test('keeps a key that cannot be decoded', () => {
  expect(readS3Notification({ eventName: 'ObjectCreated:Put', s3: { ...s3, object: { key: '100%+' } } })).toStrictEqual({ bucket: 'b', key: '100%+', created: true });
});

test.each([
  {}, { s3 }, { eventName: 'ObjectCreated:Put', s3: {} }, { eventName: 'ObjectCreated:Put', s3: { bucket: {}, object: { key: 'k' } } },
  { eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'b' }, object: {} } }, { source: 'aws.s3', detail: {} }, { source: 'aws.s3' },
])('%j is not a notification', value => {
  expect(readS3Notification(value)).toBeUndefined();
});
