import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { updateFunctionConfiguration } from '../../../lib/simulator/service/update-function-configuration';
import { resource, shop } from '../shop';

const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:dead';
const change = (body: object, app = new DeployedService({ functions: { fn: {} }, stores: [QUEUE] }), functionName = 'fn') => ask(app, updateFunctionConfiguration, { functionName, body });

test('changes what decides about events, and keeps the rest', async () => {
  const app = new DeployedService({ functions: { fn: {} } });
  expect(await change({ Timeout: 900, MemorySize: 10_240 }, app)).toMatchObject({ status: 200, body: { Timeout: 900, MemorySize: 10_240 } });
  expect(await change({ Timeout: 1 }, app)).toMatchObject({ status: 200, body: { Timeout: 1, MemorySize: 10_240 } });
});

test('an empty config keeps the dead-letter queue, and an empty ARN removes it, as recorded', async () => {
  const app = new DeployedService({ functions: { fn: {} }, stores: [QUEUE] });
  expect(await change({ DeadLetterConfig: { TargetArn: QUEUE } }, app)).toMatchObject({ body: { DeadLetterConfig: { TargetArn: QUEUE } } });
  expect(await change({ DeadLetterConfig: {} }, app)).toMatchObject({ body: { DeadLetterConfig: { TargetArn: QUEUE } } });
  expect(await change({ DeadLetterConfig: { TargetArn: '' } }, app)).not.toHaveProperty('body.DeadLetterConfig');
});

test('events that fail later go to the new dead-letter queue', async () => {
  const sim = shop({ orders: { Timeout: 3 }, resources: { Dead: resource('SQS::Queue', { QueueName: 'dead' }) } });
  sim.function('Orders').respond(() => {
    throw new Error('no');
  });
  await sim.invoke('Orders');
  await change({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:123456789012:dead' } }, sim.service as never, 'Shop-Orders');
  await sim.clock.settle();
  expect(sim.destination('dead').messages).toHaveLength(1);
});

const INVALID = '400 InvalidParameterValueException: Invalid dead letter queue ARN: ';

test.each<[what: string, body: object, answer: string]>([
  ['a FIFO topic', { DeadLetterConfig: { TargetArn: 'arn:aws:sns:us-east-1:111111111111:dead.fifo' } }, `${INVALID}FIFO SNS topic is not supported for dead letter configuration`],
  ['another Region', { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111111111111:dead' } },
    `${INVALID}The resource specified by the TargetArn must be in the same region as the Lambda function it's associated with.`],
  ['another service', { DeadLetterConfig: { TargetArn: 'arn:aws:events:us-east-1:111111111111:event-bus/dead' } },
    `${INVALID}The service specified by the TargetArn is not supported for dead letter configuration.`],
  ['a timeout that is too long', { Timeout: 901 },
    "400 ValidationException: 1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900"],
  ['a setting that the simulator does not play', { Role: 'r' },
    'The simulator does not know what `Role` changes about a simulated function. Send only `DeadLetterConfig`, `Timeout`, `MemorySize`.'],
])('refuses %s', async (_, body, answer) => {
  expect(await change(body)).toBe(answer);
});

test('refuses a missing function, and knows nothing about versions', async () => {
  expect(await change({ Timeout: 3 }, undefined, 'gone')).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('gone')}`);
  expect(await change({ Timeout: 3 }, undefined, 'fn:1'))
    .toBe('The simulator does not know what Lambda answers to this operation for a version or alias. Name the function alone.');
});
