import { environmentOf, partitionOf, pseudoParameter } from '../../../lib/topology/assembly/stack';

test.each([
  ['aws://123456789012/eu-west-1', { owner: 'S', account: '123456789012', region: 'eu-west-1' }],
  ['aws://unknown-account/eu-west-1', { owner: 'S', account: undefined, region: 'eu-west-1' }],
  ['aws://unknown-account/unknown-region', { owner: 'S', account: undefined, region: undefined }],
  [undefined, { owner: 'S', account: undefined, region: undefined }],
])('%s', (environment, expected) => {
  expect(environmentOf('S', environment)).toEqual(expected);
});

test.each([
  ['eu-west-1', 'aws'], ['cn-north-1', 'aws-cn'], ['us-gov-west-1', 'aws-us-gov'], ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'], ['eu-isoe-west-1', 'aws-iso-e'], ['us-isof-south-1', 'aws-iso-f'], ['eusc-de-east-1', 'aws-eusc'],
])('%s is in partition %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});

test('keeps a pseudo parameter that the app does not fix', () => {
  expect(pseudoParameter({ owner: 'S', region: 'eu-west-1' }, 'AWS::Region')).toBe('eu-west-1');
  expect(pseudoParameter({ owner: 'S', region: 'eu-west-1' }, 'AWS::AccountId')).toEqual({ kind: 'pseudo', name: 'AWS::AccountId', stack: 'S' });
});
