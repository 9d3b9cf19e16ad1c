import { App, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { asExcerpt, fences, page, section, tableOf } from './pages';
import { synthesized } from './synthesized';
import { AsyncDestination, AsyncInvokeConfig } from '../../lib';
import { CHECKS, type Severity } from '../../lib/checks';
import { run } from '../../lib/cli/run';
import { ERROR_IN_STAGE } from '../../lib/constraints/aws-cdk/stage';
import { HANDLER_POLICIES_TOO_LARGE } from '../../lib/constraints/aws-iam/role-policy';
import { KEPT_SECRET_READABLE, NO_ROUTE_FOR_ANSWERS } from '../../lib/constraints/aws-lambda/deploy-time';
import { FOREIGN_FUNCTION } from '../../lib/constraints/aws-lambda/event-invoke-config';
import { INVOKE_ASYNC_DEPRECATED } from '../../lib/constraints/aws-lambda/invoke';
import { fn } from '../aws/fixture';

const PAGE = page('docs/checks.md');

describe('the page about checks', () => {
  const ids = (severity: Severity) => CHECKS.filter(check => check.severity === severity).map(({ rule }) => rule.id);

  test('lists every rule, with a link to its page', () => {
    const listed = (kind: string) => [...new RegExp(`^\\*\\*${kind}:\\*\\* (.*)$`, 'm').exec(section(PAGE, 'The rules'))![1].matchAll(/\[`(\w+)`\]\(rules\/\1\.md\)/g)].map(([, id]) => id);

    expect(listed('Errors')).toEqual([...ids('error'), ERROR_IN_STAGE.id, FOREIGN_FUNCTION.id].sort());
    expect(listed('Warnings')).toEqual(ids('warning').sort());
  });

  test('lists the warnings that only constructs give', () => {
    expect(tableOf(PAGE, 'The rules').map(([id]) => id)).toEqual([
      INVOKE_ASYNC_DEPRECATED, KEPT_SECRET_READABLE, NO_ROUTE_FOR_ANSWERS, HANDLER_POLICIES_TOO_LARGE,
    ].map(({ id }) => `\`${id}\``));
  });

  test('shows the findings of the app that it shows', async () => {
    const [app] = fences(PAGE).filter(({ info }) => info === 'ts nofixture');
    const [findings] = fences(section(PAGE, 'Checking an app')).filter(({ info }) => info === 'text');
    const { code, out } = await run(['check', synthesized(app.text)], { colours: false });

    expect(code).toBe(1);
    expect(out).toMatch(asExcerpt(findings.text));
  });

  test('shows the error of a construct', () => {
    const [error] = fences(section(PAGE, 'What a construct refuses'));
    const stack = new Stack(new App(), 'Orders');
    const queue = new sqs.Queue(stack, 'Failed', { fifo: true });
    const act = () => new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: AsyncDestination.queue(queue) });

    expect(act).toThrow(expect.objectContaining({ message: expect.stringContaining(error.text.trim().replaceAll('\n', ' ')) }));
  });
});
