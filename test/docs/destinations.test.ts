import { fences, page, section, tableOf } from './pages';
import { runModule } from './snippets';
import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../lib/constraints/aws-lambda/destination';
import { buildFailure, CONDITION, deadLetterMessage, sqsEvent } from 'cdk-async-invoke/invocation-record';

const PAGE = page('docs/destinations.md');

test('the function of the page reads records, and leaves the rest in the queue', async () => {
  const log = jest.spyOn(console, 'log').mockImplementation();
  const failure = buildFailure();
  const deadLetter = deadLetterMessage({ requestId: 'r', errorCode: 429, payload: {} });
  const [reader] = fences(PAGE).filter(({ info }) => info === 'js');

  expect(await runModule(reader.text).handler(sqsEvent({ body: failure }, deadLetter, { body: 'hello' }))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-3' }],
  });
  const { requestId, functionArn } = failure.requestContext;
  expect(log.mock.calls).toEqual([[functionArn, requestId, 'RetriesExhausted', 'Error', 'after-repair'], ['r', 429, 'now']]);
});

test('the table names the actions that the constructs grant', () => {
  const rows = tableOf(PAGE, 'The kinds of destinations');

  for (const [kind, actions] of Object.entries(DELIVERY_ACTIONS)) {
    const keyActions = (KEY_ACTIONS as Record<string, readonly string[]>)[kind] ?? [];
    const [, , permission] = rows.find(([name]) => name.startsWith(`\`AsyncDestination.${kind}(`))!;
    const named = [...permission.matchAll(/`(\w+:\w+)`/g)].map(([, action]) => action);
    expect([kind, named.sort()]).toEqual([kind, [...actions, ...keyActions].sort()]);
  }
});

test('the table names every condition', () => {
  expect(section(PAGE, 'The invocation record')).toContain(Object.values(CONDITION).map(condition => `\`${condition}\``).join(', '));
});
