import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { getFunctionRecursionConfig, putFunctionRecursionConfig } from '../../../lib/simulator/service/recursion';

const app = () => new DeployedService({ functions: { fn: { versions: ['1'] } } });

test('answers the setting, which is to stop loops at first', async () => {
  const service = app();
  expect(await ask(service, getFunctionRecursionConfig)).toEqual({ status: 200, body: { RecursiveLoop: 'Terminate' } });
  expect(await ask(service, putFunctionRecursionConfig, { body: { RecursiveLoop: 'Allow' } })).toEqual({ status: 200, body: { RecursiveLoop: 'Allow' } });
  expect(await ask(service, getFunctionRecursionConfig)).toEqual({ status: 200, body: { RecursiveLoop: 'Allow' } });
  expect(service.functions.find('fn')!.settings.recursiveLoop).toBe('Allow');
});

test.each([getFunctionRecursionConfig, putFunctionRecursionConfig])('$name refuses a function that does not exist', async operation => {
  expect(await ask(app(), operation, { functionName: 'gone', body: { RecursiveLoop: 'Allow' } })).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('gone')}`);
});

test('knows nothing about versions and other values', async () => {
  const unknown = 'The simulator does not know';
  expect(await ask(app(), getFunctionRecursionConfig, { functionName: 'fn:1' }))
    .toBe(`${unknown} what Lambda answers to this operation for a version or alias. Name the function alone.`);
  for (const body of [{}, { RecursiveLoop: 'allow' }]) {
    expect(await ask(app(), putFunctionRecursionConfig, { body }))
      .toBe(`${unknown} how Lambda refuses a \`RecursiveLoop\` other than \`Allow\` or \`Terminate\`. Send one of them.`);
  }
});
