import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from '../../../lib/simulator/service/aliases';

const NEXT = { Name: 'next', FunctionVersion: '1' };
const at = { aliasName: 'next' };

function service() {
  return new DeployedService({ functions: { fn: { versions: ['1', '2'], aliases: { live: '1' } } } });
}

function told(status: number, settings: object) {
  return { status, body: { AliasArn: `${arnOf('fn')}:next`, Name: 'next', Description: '', RevisionId: expect.any(String), ...settings } };
}

test('creates, updates, reads and deletes an alias', async () => {
  const app = service();
  const routing = { AdditionalVersionWeights: { 2: 0.2 } };
  expect(await ask(app, createAlias, { body: { ...NEXT, RoutingConfig: routing } })).toEqual(told(201, { FunctionVersion: '1', RoutingConfig: routing }));
  expect(app.functions.find('fn')!.aliases.get('next')).toMatchObject({ version: '1', additional: { version: '2', weight: 0.2 } });
  expect(await ask(app, updateAlias, { ...at, body: { Description: 'soon' } })).toEqual(told(200, { FunctionVersion: '1', Description: 'soon', RoutingConfig: routing }));
  expect(await ask(app, updateAlias, { ...at, body: { RoutingConfig: {} } })).toEqual(told(200, { FunctionVersion: '1', Description: 'soon' }));
  expect(await ask(app, updateAlias, { ...at, body: { FunctionVersion: '2' } })).toEqual(told(200, { FunctionVersion: '2', Description: 'soon' }));
  expect(await ask(app, getAlias, at)).toEqual(told(200, { FunctionVersion: '2', Description: 'soon' }));
  expect(await ask(app, deleteAlias, at)).toEqual({ status: 204 });
  expect(await ask(app, deleteAlias, at)).toEqual({ status: 204 });
  expect(await ask(app, getAlias, at)).toBe(`404 ResourceNotFoundException: Cannot find alias arn: ${arnOf('fn')}:next`);
  expect(await ask(app, updateAlias, { ...at, body: {} })).toBe(`404 ResourceNotFoundException: Alias not found: ${arnOf('fn')}:next`);
});

test('every update changes the revision, even an empty one', async () => {
  const app = service();
  const revision = async () => (await ask(app, getAlias, { aliasName: 'live' }) as any).body.RevisionId;
  const first = await revision();
  expect(await revision()).toBe(first);
  await ask(app, updateAlias, { aliasName: 'live', body: { RevisionId: first } });
  expect(await revision()).not.toBe(first);
  expect(await ask(app, updateAlias, { aliasName: 'live', body: { RevisionId: first } }))
    .toBe('412 PreconditionFailedException: The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id');
});

test.each([
  [{ ...NEXT, Name: 'live' }, `409 ResourceConflictException: Alias already exists: ${arnOf('fn')}:live`],
  [{ ...NEXT, FunctionVersion: '10' }, `404 ResourceNotFoundException: Function not found: ${arnOf('fn')}:10`],
  [{ ...NEXT, RoutingConfig: { AdditionalVersionWeights: { 3: 0.1 } } }, `404 ResourceNotFoundException: Function not found: ${arnOf('fn')}:3`],
  [{ ...NEXT, FunctionVersion: 'live' }, "400 ValidationException: 1 validation error detected: Value 'live' at 'functionVersion' failed to satisfy constraint: Member must satisfy regular expression pattern: (\\$LATEST(\\.PUBLISHED)?|[0-9]+)"],
  [{ ...NEXT, Name: '2024' }, "400 ValidationException: 1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)"],
  [{ ...NEXT, Description: 'x'.repeat(257) }, `400 ValidationException: 1 validation error detected: Value '${'x'.repeat(257)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 256`],
  [{ ...NEXT, RoutingConfig: { AdditionalVersionWeights: { 1: 0.8, 2: 0.2 } } }, '400 InvalidParameterValueException: Number of items in AdditionalVersionWeights cannot be greater than 1'],
  [{ ...NEXT, RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } }, '400 InvalidParameterValueException: Invalid function version 1. Function version 1 is already included in routing configuration.'],
  [{ ...NEXT, FunctionVersion: '$LATEST', RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } }, '400 InvalidParameterValueException: $LATEST is not supported for an alias pointing to more than 1 version'],
  [{ ...NEXT, RoutingConfig: { AdditionalVersionWeights: { $LATEST: 0.5 } } }, "400 ValidationException: 1 validation error detected: Value '{$LATEST=0.5}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]"],
  [{ ...NEXT, RoutingConfig: { AdditionalVersionWeights: { 2: 1.1 } } }, "400 ValidationException: 1 validation error detected: Value '{2=1.1}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]"],
  [{ Name: 'next' }, 'The simulator does not know how Lambda refuses an alias without a name or version. Send both.'],
])('refuses %j', async (body, message) => {
  const app = service();
  expect(await ask(app, createAlias, { body })).toBe(message);
  expect([...app.functions.find('fn')!.aliases.keys()]).toEqual(['live']);
});

test.each([0, 1])('the weight may be %s', async weight => {
  const RoutingConfig = { AdditionalVersionWeights: { 2: weight } };
  expect(await ask(service(), createAlias, { body: { ...NEXT, RoutingConfig } })).toEqual(told(201, { FunctionVersion: '1', RoutingConfig }));
});

test('an alias may point to $LATEST', async () => {
  expect(await ask(service(), createAlias, { body: { ...NEXT, FunctionVersion: '$LATEST' } })).toEqual(told(201, { FunctionVersion: '$LATEST' }));
});

test('lists all aliases, or those of one version', async () => {
  const app = service();
  await ask(app, createAlias, { body: { ...NEXT, FunctionVersion: '2' } });
  const names = async (query: Record<string, string>) => {
    const { body }: any = await ask(app, listAliases, { query });
    return body.Aliases.map(({ Name }: { Name: string }) => Name);
  };
  expect(await names({})).toEqual(['live', 'next']);
  expect(await names({ FunctionVersion: '2' })).toEqual(['next']);
});

test('throws a NotKnownError for requests that were not recorded', async () => {
  expect(await ask(service(), getAlias, { functionName: 'gone', ...at }))
    .toBe('The simulator does not know what Lambda answers to this operation for a function that does not exist. Name one of the app.');
  expect(await ask(service(), getAlias, { functionName: 'fn:1', ...at }))
    .toBe('The simulator does not know what Lambda answers to this operation for a version or alias. Name the function alone.');
});

test('lists aliases by name', async () => {
  const app = new DeployedService({ functions: { fn: { versions: ['1', '2'], aliases: { live: '1', canary: '2', beta: '1' } } } });
  const names = async (query: Record<string, string>) => {
    const { body } = await ask(app, listAliases, { query }) as { body: { Aliases: { Name: string }[] } };
    return body.Aliases.map(({ Name }) => Name);
  };
  expect(await names({})).toEqual(['beta', 'canary', 'live']);
  expect(await names({ FunctionVersion: '1' })).toEqual(['beta', 'live']);
});
