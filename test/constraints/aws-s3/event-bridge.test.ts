import { OBJECT_CREATED } from '../../../lib/constraints/aws-s3/event-bridge';

test('the event about a new object has a source and a detail type', () => {
  expect(OBJECT_CREATED).toEqual({ source: 'aws.s3', detailType: 'Object Created' });
});
