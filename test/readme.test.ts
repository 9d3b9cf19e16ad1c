import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { CHECKS, type Severity } from '../lib/checks';
import { FOREIGN_FUNCTION } from '../lib/constraints/aws-lambda/event-invoke-config';
import * as invocationRecord from 'cdk-async-invoke/invocation-record';

const README = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the README lists every rule that an app is checked for', () => {
  const [, errors, warnings] = /\| Errors \| Warnings \|\n\| --- \| --- \|\n\| (.*) \| (.*) \|\n/.exec(README)!;
  const ids = (severity: Severity) => CHECKS.filter(check => check.severity === severity).map(({ rule }) => rule.id);

  expect(listed(errors)).toEqual([...ids('error'), FOREIGN_FUNCTION.id].sort());
  expect(listed(warnings)).toEqual(ids('warning').sort());
});

test('the function of the README that reads records does so, and leaves the rest in the queue', async () => {
  const log = jest.spyOn(console, 'log').mockImplementation();
  const { buildFailure, deadLetterMessage, sqsEvent } = invocationRecord;
  const failure = buildFailure();
  const deadLetter = deadLetterMessage({ requestId: 'r', errorCode: 429, payload: {} });

  expect(await javaScript().handler(sqsEvent({ body: failure }, deadLetter, { body: 'hello' }))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-3' }],
  });
  const { requestId, functionArn } = failure.requestContext;
  expect(log.mock.calls).toEqual([[functionArn, requestId, 'RetriesExhausted', 'Error', 'after-repair'], ['r', 429, 'now']]);
});

/** The exports of the only snippet in JavaScript; `.ci/consumer` checks its types. */
function javaScript(): Record<string, (event: unknown) => unknown> {
  const [, source] = /^```js\n(.*?)^```$/ms.exec(README)!;
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('exports', 'require', outputText)(exports, () => invocationRecord);
  return exports;
}

function listed(cell: string): string[] {
  return cell.split(', ').map(id => /`(\w+)`/.exec(id)![1]);
}
