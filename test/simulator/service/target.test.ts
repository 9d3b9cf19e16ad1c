import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { getFunctionConfiguration } from '../../../lib/simulator/service/functions';

const service = new DeployedService({ functions: { fn: { versions: ['1'], aliases: { live: '1' } }, function: {} } });

/** The ARN in the answer, or the error. */
async function found(functionName: string, qualifier?: string, region?: string): Promise<unknown> {
  const query: Record<string, string> = qualifier === undefined ? {} : { Qualifier: qualifier };
  const answer: any = await ask(service, getFunctionConfiguration, { functionName, query, place: { region } });
  return answer.body?.FunctionArn ?? answer;
}

function pattern(value: string): string {
  return `Value '${value}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;
}

test.each([
  ['fn', arnOf('fn')],
  ['fn:live', `${arnOf('fn')}:live`],
  ['fn:$LATEST', `${arnOf('fn')}:$LATEST`],
  ['function:fn:1', `${arnOf('fn')}:1`],
  ['111111111111:fn', arnOf('fn')],
  ['us-east-1:111111111111:function:fn', arnOf('fn')],
  ['arn:aws:lambda:us-east-1:111111111111:fn:1', `${arnOf('fn')}:1`],
  [`${arnOf('fn')}:1`, `${arnOf('fn')}:1`],
  ['arn:aws:lambda:us-east-1:111111111111:function', arnOf('function')],
])('finds %s', async (reference, arn) => {
  expect(await found(reference)).toBe(arn);
});

test.each(['my-function!', '*', 'fn:1:2', 'fn:$LATES', 'arn:aws:ec2:us-east-1:111111111111:instance:i-1', 'arn:aws:lambda::111111111111:function:fn', 'account:function:fn'])(
  '%s is no function', async reference => {
    expect(await found(reference)).toBe(`400 ValidationException: 1 validation error detected: ${pattern(reference)}`);
  });

test('a function reference has at most 256 characters', async () => {
  expect(await found('f'.repeat(256))).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('f'.repeat(256))}`);
  expect(await found('f'.repeat(257))).toBe(
    `400 ValidationException: 1 validation error detected: Value '${'f'.repeat(257)}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 256`,
  );
});

test('reports all violations at once', async () => {
  expect(await found('my-function!', 'q'.repeat(129))).toBe(
    `400 ValidationException: 2 validation errors detected: Value '${'q'.repeat(129)}' at 'qualifier' failed to satisfy constraint: Member must have length less than or equal to 128; ${pattern('my-function!')}`,
  );
});

test('refuses two different qualifiers, even of a function that does not exist', async () => {
  const message = '400 InvalidParameterValueException: The derived qualifier from the function name does not match the specified qualifier.';
  expect(await found('fn:live', '1')).toBe(message);
  expect(await found('gone:$LATEST', '1')).toBe(message);
  expect(await found('fn:live', 'live')).toBe(`${arnOf('fn')}:live`);
});

test.each([['gone', undefined, ''], ['gone:v1', undefined, ':v1'], ['gone', '$latest', ':$latest']])('does not find %s with %s', async (name, qualifier, suffix) => {
  expect(await found(name, qualifier)).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('gone')}${suffix}`);
});

test('does not reach functions of another Region', async () => {
  const abroad = arnOf('fn').replace('us-east-1', 'us-west-2');
  const message = "404 ResourceNotFoundException: Functions from 'us-west-2' are not reachable in this region ('us-east-1')";
  expect(await found(abroad)).toBe(message);
  expect(await found(abroad, undefined, 'us-east-1')).toBe(message);
  expect(await found(abroad, undefined, 'us-west-2')).toBe(`404 ResourceNotFoundException: Function not found: ${abroad}`);
});

test('an app without functions has the default environment', async () => {
  const empty = new DeployedService({ functions: {} });
  expect(await ask(empty, getFunctionConfiguration)).toBe('404 ResourceNotFoundException: Function not found: arn:aws:lambda:us-east-1:123456789012:function:fn');
  expect(await ask(empty, getFunctionConfiguration, { functionName: 'arn:aws-cn:lambda:cn-north-1:222222222222:function:fn' }))
    .toBe('404 ResourceNotFoundException: Function not found: arn:aws-cn:lambda:cn-north-1:222222222222:function:fn');
});
