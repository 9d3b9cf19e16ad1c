import { arnOf, DeployedService } from './deployed';
import { admit, type DestinationSides } from '../../../lib/simulator/service/destination-admission';

const PREFIX = ':us-east-1:111111111111:';
const QUEUE = `arn:aws:sqs${PREFIX}queue`;
const TOPIC = `arn:aws:sns${PREFIX}topic`;
const BUS = `arn:aws:events${PREFIX}event-bus/bus`;
const BUCKET = 'arn:aws:s3:::bucket';

/** The answer of the service to destinations of `fn`. */
function refusal(sides: DestinationSides, allowed?: string[], durable = false): string | undefined {
  const service = new DeployedService({
    functions: { fn: { durable }, other: { versions: ['1'] } },
    stores: [QUEUE, TOPIC, BUCKET, `${QUEUE}.fifo`, `${TOPIC}.fifo`],
    allowed,
  });
  try {
    admit(service, service.functions.find('fn')!, sides);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function onFailure(destination: string): DestinationSides {
  return { onFailure: { destination } };
}

test.each([QUEUE, TOPIC, BUS, BUCKET, arnOf('other'), `${arnOf('other')}:1`, `${arnOf('other')}:$LATEST`])('accepts the destination %s', destination => {
  expect(refusal(onFailure(destination))).toBeUndefined();
});

test('accepts one queue for both sides', () => {
  expect(refusal({ onSuccess: { destination: QUEUE }, onFailure: { destination: QUEUE } })).toBeUndefined();
});

test.each([
  ['a service that Lambda does not deliver to', `arn:aws:kinesis${PREFIX}stream/s`],
  ['a bucket without name', 'arn:aws:s3:::'],
  ['a FIFO queue', `${QUEUE}.fifo`],
  ['another Region', 'arn:aws:sqs:eu-west-1:111111111111:queue'],
])('refuses %s', (_, destination) => {
  expect(refusal(onFailure(destination)))
    .toBe(`The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=${destination})) is invalid.`);
});

test('refuses a rule as recorded, with its ARN alone', () => {
  const rule = 'arn:aws:events:us-east-1:111111111111:rule/bus/r';
  expect(refusal(onFailure(rule))).toBe(`The destination ARN ${rule} is invalid.`);
});

test('refuses a bucket for successes, and prints both sides as they were sent', () => {
  const message = (other: string) => `The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=${BUCKET}), onFailure=${other}) is invalid.`;
  expect(refusal({ onSuccess: { destination: BUCKET } })).toBe(message('null'));
  expect(refusal({ onSuccess: { destination: BUCKET }, onFailure: {} })).toBe(message('OnFailure(destination=null)'));
  expect(refusal({ onSuccess: { destination: BUCKET }, onFailure: { destination: '' } })).toBe(message('OnFailure(destination=)'));
});

test('refuses a FIFO topic with a message of its own', () => {
  expect(refusal(onFailure(`${TOPIC}.fifo`))).toBe("FIFO-type Amazon SNS topics aren't supported as a destination.");
});

test('refuses the function itself', () => {
  expect(refusal({ onSuccess: { destination: arnOf('fn') } })).toBe("You can't specify the function as a destination for itself.");
});

test.each([
  [QUEUE, `SendMessage on ${QUEUE}`],
  [TOPIC, `Publish on ${TOPIC}`],
  [BUS, `PutEvents on ${BUS}`],
  [arnOf('other'), `InvokeFunction on ${arnOf('other')}`],
  [BUCKET, 'ListBucket on S3'],
])('%s needs a permission', (destination, what) => {
  expect(refusal(onFailure(destination), [])).toBe(`The function execution role does not have permissions to call ${what}`);
});

test('checks that a bucket exists between its two permissions', () => {
  expect(refusal(onFailure(BUCKET), ['s3:ListBucket'])).toBe('The function execution role does not have permissions to call PutObject on S3');
  expect(refusal(onFailure(`${BUCKET}-gone`), ['s3:ListBucket']))
    .toBe('Error occurred while ListBucket. S3 Error Code: 404 Not Found. S3 Error Message: Not Found');
  expect(refusal(onFailure(BUCKET), ['s3:ListBucket', 's3:PutObject'])).toBeUndefined();
});

test.each([`${QUEUE}-gone`, `${TOPIC}-gone`, arnOf('gone'), `${arnOf('other')}:2`])('refuses %s, which does not exist', destination => {
  expect(refusal(onFailure(destination))).toBe(`The destination ARN ${destination} is invalid.`);
});

test('accepts a bus that does not exist', () => {
  expect(refusal(onFailure(`${BUS}-gone`))).toBeUndefined();
});

test.each([
  [onFailure('kafka://topic'), 'how Lambda refuses a destination of an event source mapping. Use the ARN of a queue, topic, bus, function or bucket.'],
  [onFailure('arn:aws:sqs:us-east-1:222222222222:queue'), "whether Lambda takes a destination in another account. Use one in the function's account."],
  [onFailure(`${arnOf('fn')}:live`), 'whether a function may have one of its own qualifiers as destination. Use another function.'],
])('throws a NotKnownError for %j', (sides, message) => {
  expect(refusal(sides)).toBe(`The simulator does not know ${message}`);
});

test('throws a NotKnownError for destinations of a durable function', () => {
  expect(refusal(onFailure(QUEUE), undefined, true))
    .toBe('The simulator does not know how Lambda refuses destinations of a durable function. Give it a dead-letter queue instead.');
});

test('accepts other settings of a durable function', () => {
  expect(refusal({}, undefined, true)).toBeUndefined();
  expect(refusal({ onFailure: { destination: '' } }, undefined, true)).toBeUndefined();
});
