import type { Page } from 'playwright-core';
import { closeBrowser, openPage } from './open-page';
import { pageParts } from '../../../lib/cli/page';
import { html } from '../../../lib/report/html';
import type { PageInput } from '../../../lib/report/page-input';

afterAll(closeBrowser);

/** An app with many functions: rules call them, half have a queue of their own, all others share one or lose their events. */
function app(functions: number): PageInput {
  const all = Array.from({ length: functions }, (_, index) => {
    const [fn, role, rule, queue] = [`Function${index}`, `Role${index}`, `Rule${index}`, index % 2 === 0 ? `Queue${index}` : 'Shared'];
    const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
    return {
      [fn]: { Type: 'AWS::Lambda::Function', Properties: { Role: arn(role), Runtime: 'nodejs22.x', Handler: 'index.handler', Timeout: 30, Code: { S3Bucket: 'assets', S3Key: `${index}`.repeat(40) } }, Metadata: { 'aws:cdk:path': `Stack/${fn}/Resource` } },
      [role]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn(queue) }] } }] } },
      [rule]: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [`source.${index % 20}`] }, Targets: [{ Id: 'Target0', Arn: arn(fn) }] } },
      [`Permission${index}`]: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: arn(fn), Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: arn(rule) } },
      ...index % 5 === 0 ? {} : { [`Config${index}`]: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: fn }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: arn(queue) } } } } },
      ...queue === 'Shared' ? {} : { [queue]: { Type: 'AWS::SQS::Queue' } },
    };
  });
  const Resources = Object.assign({ Shared: { Type: 'AWS::SQS::Queue' } }, ...all);
  return { kind: 'templates', title: 'large', files: { 'large.json': JSON.stringify({ Resources }) }, version: '0.1.0' };
}

/** The time that the page has computed so far, in seconds. Unlike the time on the clock, it does not depend on what else the machine does. */
async function computed(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime')!.value;
}

test('shows an app of 400 functions within two seconds', async () => {
  const { page, wrongs } = await openPage(app(400));

  expect(await page.locator('#list li').count()).toBe(400);
  expect(await page.locator('#map [data-id]').count()).toBe(400);
  expect(await computed(page)).toBeLessThan(2);
  expect(wrongs).toEqual([]);
});

test('answers a search in an app of 400 functions at once', async () => {
  const { page } = await openPage(app(400));
  const before = await computed(page);
  await page.fill('input[type=search]', 'Function12');

  expect(await page.locator('#list li').count()).toBe(11);
  expect(await computed(page) - before).toBeLessThan(0.5);
});

test('the page of an app of 50 functions has less than 400 KB', () => {
  expect(html(pageParts(), app(50)).length).toBeLessThan(400 * 1024);
});
