import { physicalId, physicalName } from '../../../lib/simulator/deployment/physical-name';

const named = (type: string, length: number, end = '') => physicalName(type, 'S', 'x'.repeat(length - 'S-'.length - end.length) + end);

test.each([
  ['AWS::Lambda::Function', 64],
  ['AWS::IAM::Role', 64],
  ['AWS::S3::Bucket', 63],
  ['AWS::SQS::Queue', 80],
])('a name of an %s has at most %i characters', (type, longest) => {
  expect(named(type, longest)).toBe(type === 'AWS::S3::Bucket' ? `s-${'x'.repeat(longest - 2)}` : `S-${'x'.repeat(longest - 2)}`);
  const [one, other] = ['a', 'b'].map(end => named(type, longest + 1, end));
  expect([one, other]).toEqual([expect.stringMatching(/^[Ss]-x+-[0-9a-f]{12}$/), expect.stringMatching(/^[Ss]-x+-[0-9a-f]{12}$/)]);
  expect([one.length, other.length]).toEqual([longest, longest]);
  expect(one).not.toBe(other);
});

test('the name of a bucket is in lower case', () => {
  expect(physicalName('AWS::S3::Bucket', 'Stack', 'Bucket')).toBe('stack-bucket');
  expect(physicalName('AWS::S3::Bucket', 'Stack', 'B'.repeat(70))).toMatch(/^stack-b+-[0-9a-f]{12}$/);
});

test('makes the same UUID for the same key', () => {
  expect(physicalId('Shop.Key')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(physicalId('Shop.Key')).toBe(physicalId('Shop.Key'));
  expect(physicalId('Shop.Key')).not.toBe(physicalId('Shop.Other'));
});
