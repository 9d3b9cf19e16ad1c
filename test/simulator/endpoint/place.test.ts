import { placeOf } from '../../../lib/simulator/endpoint/place';

const SIGNED = (scope: string) => `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;

test.each([
  [SIGNED('AKIDEXAMPLE/20260914/eu-west-1/lambda/aws4_request'), { region: 'eu-west-1' }],
  [SIGNED('222222222222/20260914/us-gov-west-1/lambda/aws4_request'), { region: 'us-gov-west-1', account: '222222222222' }],
  [SIGNED('AKIDEXAMPLE/20260914/eu-west-1/sqs/aws4_request'), {}],
  ['Bearer x', {}],
  [undefined, {}],
])('%s', (authorization, place) => {
  expect(placeOf(authorization)).toEqual(place);
});
