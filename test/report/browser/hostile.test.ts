import { closeBrowser, openPage } from './open-page';

afterAll(closeBrowser);

const HOSTILE = {
  'an end of the script': '</script></template><script>window.hit = 1</script>',
  'a picture': '<img src=x onerror="window.hit = 1">',
  'the direction of writing': '\u202e\u2066live\u200bevil\u0000',
  '10,000 characters': 'x'.repeat(10_000),
  'a style': '</style><style>* { display: none }',
  'a prototype': '__proto__',
  'code of the page': '${window.hit = 1}`+alert(1)+`',
};

test.each(Object.entries(HOSTILE))('names with %s are texts', async (_, name) => {
  const description = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: name, Environment: { Variables: { NAME: name } } } };
  const resources = Object.fromEntries([
    [name, description],
    ['Rule', { Type: 'AWS::Events::Rule', Properties: { Name: name, ScheduleExpression: 'rate(1 day)', Targets: [{ Id: name, Arn: { 'Fn::GetAtt': [name, 'Arn'] } }] } }],
    ['Config', { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: name }, Qualifier: name, DestinationConfig: { OnFailure: { Destination: name } } } }],
  ]);
  const { page, wrongs } = await openPage({ kind: 'templates', title: name, files: { [`${name}.json`]: JSON.stringify({ Resources: resources }) }, version: '0.1.0' });
  for (const entry of await page.locator('#list button').all()) {
    await entry.click();
  }
  await page.waitForTimeout(100);

  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(await page.locator('#page img, #page script, #page style, #page iframe').count()).toBe(0);
  expect(await page.locator('.top').isVisible()).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1440);
  expect(await page.locator('#page').innerText()).not.toMatch(/[\u0000\u200b\u202e\u2066]/);
  expect(wrongs).toEqual([]);
});

test('an app that cannot be read says why', async () => {
  const { page, wrongs } = await openPage({ kind: 'templates', title: 'x', files: { 'x.json': '[]' }, version: '0.1.0' });

  expect(await page.getByRole('alert').innerText()).toBe(
    'The app cannot be shown\n\n`x.json` must be a CloudFormation template, with an object `Resources`, got: a list. Pass a template, or the directory that `cdk synth` writes.',
  );
  expect(wrongs).toEqual([]);
});
