import { environmentOf } from '../../../lib/simulator/endpoint/environment';

test('names the endpoint for each service that it serves, and for no other', () => {
  expect(environmentOf('http://127.0.0.1:1')).toEqual({
    AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_CLOUDWATCH_EVENTS: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
  });
});
