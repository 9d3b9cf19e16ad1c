import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { deleteFunctionConcurrency, getFunctionConcurrency, putFunctionConcurrency } from '../../../lib/simulator/service/concurrency';
import { deleteFunction, getFunction, getFunctionConfiguration } from '../../../lib/simulator/service/functions';
import { listVersions, publishVersion } from '../../../lib/simulator/service/versions';

function service() {
  return new DeployedService({ functions: { fn: { versions: ['1'], aliases: { live: '1' } }, fresh: {}, pending: { pending: true } } });
}

test('GetFunction answers the settings of the template', async () => {
  const app = service();
  app.functions.find('fn')!.deadLetterQueue = 'arn:aws:sqs:us-east-1:111111111111:dead';
  expect(await ask(app, getFunctionConfiguration, { functionName: 'fn:live' })).toEqual({
    status: 200,
    body: {
      FunctionName: 'fn',
      FunctionArn: `${arnOf('fn')}:live`,
      Runtime: 'nodejs22.x',
      Role: 'arn:aws:iam::111111111111:role/fn',
      Handler: 'index.handler',
      Timeout: 3,
      MemorySize: 128,
      Version: '1',
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:111111111111:dead' },
      State: 'Active',
      LastUpdateStatus: 'Successful',
    },
  });
  expect(await ask(app, getFunctionConfiguration)).toMatchObject({ body: { FunctionArn: arnOf('fn'), Version: '$LATEST' } });
  expect(await ask(app, getFunction, { functionName: 'pending' })).toMatchObject({ body: { Configuration: { State: 'Pending' } } });
});

test('reserves concurrency and removes it', async () => {
  const app = service();
  const body = { ReservedConcurrentExecutions: 0 };
  expect(await ask(app, putFunctionConcurrency, { body })).toEqual({ status: 200, body });
  expect(await ask(app, getFunctionConcurrency)).toEqual({ status: 200, body });
  expect(await ask(app, getFunction)).toMatchObject({ body: { Concurrency: { ReservedConcurrentExecutions: 0 } } });
  expect(await ask(app, deleteFunctionConcurrency)).toEqual({ status: 204 });
  expect(await ask(app, getFunctionConcurrency)).toEqual({ status: 200, body: {} });
  expect(await ask(app, putFunctionConcurrency, { functionName: 'fn:live', body })).toBe(
    '400 InvalidParameterValueException: This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
  expect(await ask(app, putFunctionConcurrency, { body: { ReservedConcurrentExecutions: -1 } })).toBe(
    "400 ValidationException: 1 validation error detected: Value '-1' at 'reservedConcurrentExecutions' failed to satisfy constraint: Member must have value greater than or equal to 0",
  );
  expect(await ask(app, putFunctionConcurrency)).toBe('The simulator does not know how Lambda refuses a missing `ReservedConcurrentExecutions`. Send it.');
});

test('publishes one version, because nothing changes', async () => {
  const app = service();
  for (const _ of ['first', 'again']) {
    expect(await ask(app, publishVersion, { functionName: 'fresh' })).toMatchObject({ status: 201, body: { Version: '1', FunctionArn: `${arnOf('fresh')}:1` } });
  }
  expect(await ask(app, listVersions, { functionName: 'fresh' })).toMatchObject({ body: { Versions: [{ Version: '$LATEST' }, { Version: '1' }] } });
  for (const body of [{ CodeSha256: 'x' }, { RevisionId: 'x' }]) {
    expect(await ask(app, publishVersion, { body }))
      .toBe('The simulator does not know which code and revision the function has. Leave `CodeSha256` and `RevisionId` out.');
  }
});

test('deletes a version without aliases, and a function with all its versions', async () => {
  const app = service();
  expect(await ask(app, deleteFunction, { functionName: 'fn:1' }))
    .toBe('409 ResourceConflictException: Unable to delete version because the following aliases reference it: [live]');
  app.functions.find('fn')!.aliases.set('live', { version: '2', additional: { version: '1', weight: 0.1 } });
  expect(await ask(app, deleteFunction, { functionName: 'fn:1' }))
    .toBe('409 ResourceConflictException: Unable to delete version because the following aliases reference it: [live]');
  app.functions.find('fn')!.aliases.delete('live');
  expect(await ask(app, deleteFunction, { functionName: 'fn:1' })).toEqual({ status: 204 });
  expect(await ask(app, deleteFunction, { functionName: 'fn:$LATEST' }))
    .toBe('400 InvalidParameterValueException: $LATEST version cannot be deleted without deleting the function.');
  expect(await ask(app, deleteFunction)).toEqual({ status: 204 });
  expect(await ask(app, getFunction)).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('fn')}`);
  expect(await ask(app, deleteFunction)).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('fn')}`);
  expect(await ask(app, deleteFunction, { functionName: 'fn:$LATEST' }))
    .toBe('400 InvalidParameterValueException: $LATEST version cannot be deleted without deleting the function.');
  expect(await ask(app, deleteFunction, { functionName: 'fn:7' }))
    .toBe('The simulator does not know what DeleteFunction answers for a version that does not exist. Name one of the app.');
});
