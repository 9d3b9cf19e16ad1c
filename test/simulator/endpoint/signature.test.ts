import { signatureOf } from '../../../lib/simulator/endpoint/signature';

const SIGNED = (scope: string) => `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
const NO_QUERY = new URLSearchParams();

test.each([
  [SIGNED('AKIDEXAMPLE/20260914/eu-west-1/lambda/aws4_request'), { service: 'lambda', place: { region: 'eu-west-1' } }],
  [SIGNED('222222222222/20260914/us-gov-west-1/sqs/aws4_request'), { service: 'sqs', place: { region: 'us-gov-west-1', account: '222222222222' } }],
  ['AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260914/s3/aws4_request, SignedHeaders=host, Signature=0', { service: 's3', place: {} }],
  [SIGNED('AKIDEXAMPLE/20260914/eu-west-1'), { place: {} }],
  ['AWS AKIDEXAMPLE:c2ln', { service: 's3', place: {} }],
  ['Bearer x', { place: {} }],
  [undefined, { place: {} }],
])('%s', (authorization, signature) => {
  expect(signatureOf(authorization, NO_QUERY)).toEqual(signature);
});

test('reads the scope of a URL that was signed in advance', () => {
  const query = new URLSearchParams({ 'X-Amz-Credential': 'AKIDEXAMPLE/20260914/eu-west-1/s3/aws4_request' });
  expect(signatureOf(undefined, query)).toEqual({ service: 's3', place: { region: 'eu-west-1' } });
  expect(signatureOf(undefined, new URLSearchParams({ AWSAccessKeyId: 'AKIDEXAMPLE', Signature: 'x', Expires: '1' }))).toEqual({ service: 's3', place: {} });
});
