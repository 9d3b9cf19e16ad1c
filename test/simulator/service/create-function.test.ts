import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { fails, runsCode, Simulator } from '../../../lib/simulator';
import { createFunction } from '../../../lib/simulator/service/create-function';
import { resource } from '../shop';

const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:dead';
const ROLE = 'arn:aws:iam::111111111111:role/allowed';
const FUNCTION = { FunctionName: 'new', Role: ROLE, Runtime: 'nodejs24.x', Handler: 'index.handler', Code: { ZipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' } };
const app = () => new DeployedService({ functions: { fn: {} }, stores: [QUEUE] });
const create = (more: object = {}, service = app()) => ask(service, createFunction, { functionName: '', body: { ...FUNCTION, ...more } });

test('answers the configuration of a pending function', async () => {
  expect(await create({ Timeout: 900, MemorySize: 128, DeadLetterConfig: { TargetArn: QUEUE } })).toEqual({
    status: 201,
    body: {
      FunctionName: 'new',
      FunctionArn: arnOf('new'),
      Runtime: 'nodejs24.x',
      Role: ROLE,
      Handler: 'index.handler',
      Timeout: 900,
      MemorySize: 128,
      Version: '$LATEST',
      DeadLetterConfig: { TargetArn: QUEUE },
      State: 'Pending',
      StateReason: 'The function is being created.',
      StateReasonCode: 'Creating',
      LastUpdateStatus: 'Successful',
    },
  });
});

test('publishes the first version only if it is asked to', async () => {
  const service = app();
  expect(await create({ Publish: true }, service)).toMatchObject({ body: { Version: '1', FunctionArn: `${arnOf('new')}:1` } });
  expect(service.functions.find('new')!.has('1')).toBe(true);
  await create({ FunctionName: 'other', Publish: false }, service);
  expect(service.functions.find('other')!.has('1')).toBe(false);
});

test('refuses the name of a function that exists, and takes that of one that was deleted', async () => {
  const service = app();
  expect(await create({ FunctionName: 'fn' }, service)).toBe('409 ResourceConflictException: Function already exist: fn');
  service.functions.find('fn')!.deleted = true;
  expect(await create({ FunctionName: arnOf('fn') }, service)).toMatchObject({ status: 201, body: { FunctionArn: arnOf('fn') } });
  expect([...service.functions].map(({ name, deleted }) => [name, deleted])).toEqual([['fn', false]]);
});

test.each([
  [{ Timeout: 0 }, "400 ValidationException: 1 validation error detected: Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1"],
  [{ MemorySize: 10_241 }, "400 ValidationException: 1 validation error detected: Value '10241' at 'memorySize' failed to satisfy constraint: Member must have value less than or equal to 10240"],
  [{ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:111111111111:dead.fifo' } }, '400 InvalidParameterValueException: Invalid dead letter queue ARN: FIFO SQS queue is not supported for dead letter configuration'],
])('refuses %j', async (more, refusal) => {
  const service = app();
  expect(await create(more, service)).toBe(refusal);
  expect(service.functions.find('new')).toBeUndefined();
});

test.each([
  [{ Role: undefined }, 'how Lambda refuses a function without `Role`. Send it.'],
  [{ Handler: null }, 'how Lambda refuses a function without `Handler`. Send it.'],
  [{ FunctionName: 'new:live' }, 'what Lambda answers to CreateFunction with a qualifier. Name the function alone.'],
  [{ PackageType: 'Image' }, 'how a function runs from a container image. Send a zip file.'],
  [{ SnapStart: {} }, 'what `SnapStart` changes about a simulated function. Send only `FunctionName`, `Role`, `Code`, `Runtime`, `Handler`, `Architectures`, `Description`, '
    + '`Environment`, `EphemeralStorage`, `Layers`, `LoggingConfig`, `Tags`, `TracingConfig`, `DeadLetterConfig`, `MemorySize`, `PackageType`, `Publish`, `Timeout`.'],
])('knows nothing about %j', async (more, what) => {
  expect(await create(more)).toBe(`The simulator does not know ${what}`);
});

test('the new function takes events, and does what a test says', async () => {
  const simulator = Simulator.fromTemplates([{ name: 'App', template: { Resources: { Dead: resource('SQS::Queue', { QueueName: 'dead' }) } } }], { account: '111111111111', region: 'us-east-1' });
  await ask(simulator.service, createFunction, { functionName: '', body: { ...FUNCTION, FunctionName: arnOf('new'), DeadLetterConfig: { TargetArn: QUEUE } } });
  simulator.function('new').respond(fails('boom'));
  const outcome = await simulator.invoke('new', { payload: { id: 1 } });
  await simulator.clock.settle();
  expect(outcome.attempts).toBe(3);
  expect(simulator.queue('dead').messages.map(({ body }) => body)).toEqual(['{"id":1}']);
});

test('the code of the new function cannot run', async () => {
  const simulator = Simulator.fromTemplates([{ Resources: {} }]);
  await ask(simulator.service, createFunction, { functionName: '', body: FUNCTION });
  expect(() => simulator.function('new').respond(runsCode())).toThrow('the app does not declare it: it was created by `CreateFunction`');
});
