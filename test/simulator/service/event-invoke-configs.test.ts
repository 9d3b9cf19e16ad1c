import { ask } from './ask';
import { arnOf, DeployedService, NOW } from './deployed';
import {
  deleteEventInvokeConfig, getEventInvokeConfig, listEventInvokeConfigs, putEventInvokeConfig, updateEventInvokeConfig,
} from '../../../lib/simulator/service/event-invoke-configs';

const NONE = '404 ResourceNotFoundException: The function arn:aws:lambda:us-east-1:111111111111:function:fn:$LATEST doesn\'t have an EventInvokeConfig';
const EMPTY = '400 InvalidParameterValueException: You must specify at least one of error handling or destination setting.';
const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:failed';

/** A function with an alias, and a queue that its role may send to. */
function service() {
  return new DeployedService({ functions: { fn: { versions: ['1'], aliases: { live: '1' } } }, stores: [QUEUE] });
}

function config(settings: object, qualifier = '$LATEST') {
  const FunctionArn = `${arnOf('fn')}:${qualifier}`;
  return { status: 200, body: { LastModified: NOW / 1000, FunctionArn, DestinationConfig: { OnSuccess: {}, OnFailure: {} }, ...settings } };
}

test('Put replaces the whole config, Update only the settings in the request', async () => {
  const app = service();
  const set = (operation: typeof putEventInvokeConfig, body: object) => ask(app, operation, { body });

  const DestinationConfig = { OnSuccess: {}, OnFailure: { Destination: QUEUE } };

  expect(await set(putEventInvokeConfig, { MaximumEventAgeInSeconds: 60, DestinationConfig }))
    .toEqual(config({ MaximumEventAgeInSeconds: 60, DestinationConfig }));
  expect(await set(updateEventInvokeConfig, { MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: {} } }))
    .toEqual(config({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0, DestinationConfig }));
  expect(await set(updateEventInvokeConfig, { DestinationConfig: { OnFailure: { Destination: '' } } }))
    .toEqual(config({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 }));
  expect(await set(putEventInvokeConfig, { MaximumRetryAttempts: 1 })).toEqual(config({ MaximumRetryAttempts: 1 }));
  expect(await ask(app, getEventInvokeConfig)).toEqual(config({ MaximumRetryAttempts: 1 }));
});

test('a refused Put leaves the config as it was', async () => {
  const app = service();
  await ask(app, putEventInvokeConfig, { body: { MaximumRetryAttempts: 1 } });
  expect(await ask(app, putEventInvokeConfig, { body: { MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: { Destination: `${QUEUE}-gone` } } } }))
    .toBe(`400 InvalidParameterValueException: The destination ARN ${QUEUE}-gone is invalid.`);
  expect(await ask(app, getEventInvokeConfig)).toEqual(config({ MaximumRetryAttempts: 1 }));
});

test.each([
  ['nothing', {}],
  ['null', { MaximumRetryAttempts: null, DestinationConfig: null }],
  ['no side of the destinations', { DestinationConfig: {} }],
])('%s is not a setting, whether the function exists or not', async (_, body) => {
  expect(await ask(service(), putEventInvokeConfig, { body })).toBe(EMPTY);
  expect(await ask(service(), updateEventInvokeConfig, { body })).toBe(EMPTY);
  expect(await ask(service(), putEventInvokeConfig, { functionName: 'gone', body })).toBe(EMPTY);
});

test('a side without a destination is a setting that sets nothing', async () => {
  expect(await ask(service(), putEventInvokeConfig, { body: { DestinationConfig: { OnSuccess: {} } } })).toEqual(config({}));
});

test.each([
  [-1, "400 ValidationException: 1 validation error detected: Value '-1' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value greater than or equal to 0"],
  [0, config({ MaximumRetryAttempts: 0 })],
  [2, config({ MaximumRetryAttempts: 2 })],
  [3, "400 ValidationException: 1 validation error detected: Value '3' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 2"],
])('%s retries', async (MaximumRetryAttempts, answer) => {
  expect(await ask(service(), putEventInvokeConfig, { body: { MaximumRetryAttempts } })).toEqual(answer);
});

test.each([
  [59, "400 ValidationException: 1 validation error detected: Value '59' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60"],
  [60, config({ MaximumEventAgeInSeconds: 60 })],
  [21600, config({ MaximumEventAgeInSeconds: 21600 })],
  [21601, "400 ValidationException: 1 validation error detected: Value '21601' at 'maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value less than or equal to 21600"],
])('an age of %s seconds', async (MaximumEventAgeInSeconds, answer) => {
  expect(await ask(service(), putEventInvokeConfig, { body: { MaximumEventAgeInSeconds } })).toEqual(answer);
});

test('a destination has at most 350 characters', async () => {
  const put = (length: number) => ask(service(), putEventInvokeConfig, { body: { DestinationConfig: { OnFailure: { Destination: QUEUE.padEnd(length, 'q') } } } });
  expect(await put(350)).toBe(`400 InvalidParameterValueException: The destination ARN ${QUEUE.padEnd(350, 'q')} is invalid.`);
  expect(await put(351)).toBe(`400 ValidationException: 1 validation error detected: Value '${QUEUE.padEnd(351, 'q')}' at 'destinationConfig.onFailure.destination' failed to satisfy constraint: Member must have length less than or equal to 350`);
});

test.each([
  ['fn', '$LATEST', '$LATEST'],
  ['fn:$LATEST', undefined, '$LATEST'],
  ['fn:live', undefined, 'live'],
  ['fn:live', 'live', 'live'],
  [arnOf('fn'), '1', '1'],
  [`${arnOf('fn')}:1`, undefined, '1'],
  ['111111111111:function:fn:live', undefined, 'live'],
])('%s with qualifier %s is %s', async (functionName, qualifier, effective) => {
  const app = service();
  const query: Record<string, string> = qualifier === undefined ? {} : { Qualifier: qualifier };
  const body = { MaximumRetryAttempts: 0 };
  expect(await ask(app, putEventInvokeConfig, { functionName, query, body })).toEqual(config(body, effective));
  expect(await ask(app, getEventInvokeConfig, { query: { Qualifier: effective } })).toEqual(config(body, effective));
});

test('a qualifier without a config does not use another config', async () => {
  const app = service();
  await ask(app, putEventInvokeConfig, { body: { MaximumRetryAttempts: 0 } });
  expect(await ask(app, getEventInvokeConfig, { query: { Qualifier: 'live' } })).toBe(NONE.replace('$LATEST', 'live'));
});

test('refuses configs and functions that do not exist', async () => {
  const body = { MaximumRetryAttempts: 0 };
  for (const missing of [{ functionName: 'gone' }, { functionName: 'fn:gone' }, { functionName: 'fn:2' }]) {
    for (const operation of [putEventInvokeConfig, updateEventInvokeConfig]) {
      expect(await ask(service(), operation, { ...missing, body })).toBe("404 ResourceNotFoundException: The function doesn't exist.");
    }
  }
  expect(await ask(service(), updateEventInvokeConfig, { body })).toBe(NONE);
  expect(await ask(service(), getEventInvokeConfig)).toBe(NONE);
  expect(await ask(service(), getEventInvokeConfig, { functionName: 'gone' })).toBe(NONE.replace('fn', 'gone'));
  expect(await ask(service(), deleteEventInvokeConfig)).toBe(NONE);
  expect(await ask(service(), listEventInvokeConfigs, { functionName: 'gone' })).toBe("404 ResourceNotFoundException: The function doesn't exist.");
});

test('deletes a config once', async () => {
  const app = service();
  await ask(app, putEventInvokeConfig, { body: { MaximumRetryAttempts: 0 } });
  expect(await ask(app, deleteEventInvokeConfig, { query: { Qualifier: '$LATEST' } })).toEqual({ status: 204 });
  expect(await ask(app, deleteEventInvokeConfig)).toBe(NONE);
});

test('lists configs in pages', async () => {
  const app = service();
  for (const Qualifier of ['live', '1', '$LATEST']) {
    await ask(app, putEventInvokeConfig, { query: { Qualifier }, body: { MaximumRetryAttempts: 0 } });
  }
  const first: any = await ask(app, listEventInvokeConfigs, { query: { MaxItems: '2' } });
  expect(first.body.FunctionEventInvokeConfigs).toEqual([config({ MaximumRetryAttempts: 0 }).body, config({ MaximumRetryAttempts: 0 }, '1').body]);
  const second: any = await ask(app, listEventInvokeConfigs, { query: { MaxItems: '2', Marker: first.body.NextMarker } });
  expect(second.body).toEqual({ FunctionEventInvokeConfigs: [config({ MaximumRetryAttempts: 0 }, 'live').body] });
  expect(await ask(app, listEventInvokeConfigs, { query: { MaxItems: '51' } }))
    .toBe("400 ValidationException: 1 validation error detected: Value '51' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 50");
});

test('throws a NotKnownError for requests that were not recorded', async () => {
  expect(await ask(service(), putEventInvokeConfig, { body: { MaximumRetryAttempts: '1' } }))
    .toBe('The simulator does not know what Lambda answers to `MaximumRetryAttempts` that is not an integer. Send an integer.');
  expect(await ask(service(), putEventInvokeConfig, { body: Buffer.from('{') }))
    .toBe('The simulator does not know what Lambda answers to a request body that is not JSON. Send JSON.');
  expect(await ask(service(), putEventInvokeConfig, { query: { Qualifier: '$LATEST.PUBLISHED' }, body: { MaximumRetryAttempts: 1 } }))
    .toBe('The simulator does not know whether `$LATEST.PUBLISHED` can have an event invoke config. Use `$LATEST`, a version or an alias.');
  expect(await ask(service(), listEventInvokeConfigs, { functionName: 'fn:live' }))
    .toBe('The simulator does not know what ListFunctionEventInvokeConfigs answers for one qualifier. Name the function alone.');
});
