import { called, shopApp, templatesApp } from '../shop';

const shop = shopApp();

test('reads the functions with their stacks and findings', () => {
  expect(shop.functions.map(({ id, stack, findings }) => [id, stack, findings.map(finding => finding.id)])).toEqual([
    ['Media/Notify:$LATEST', 'Media', ['NoFailureDestination']],
    ['Media/Thumbnails:$LATEST', 'Media', []],
    ['Shop/ImportOrder:$LATEST', 'Shop', []],
    ['Shop/ImportOrder:live', 'Shop', ['AliasNotConfigured']],
    ['Shop/Invoice:$LATEST', 'Shop', ['CallerWithoutDeadLetterQueue']],
    ['Shop/NightlyClose:$LATEST', 'Shop', ['NoFailureDestination']],
  ]);
  expect(shop.findings).toHaveLength(4);
});

test('leaves out excluded rules', () => {
  const app = shopApp(input => ({ ...input, excluded: ['NoFailureDestination'] }));

  expect(app.findings.map(({ id }) => id)).toEqual(['AliasNotConfigured', 'CallerWithoutDeadLetterQueue']);
});

test('has the fix of a finding as code of the app, and as a change of a template', () => {
  const [finding] = called(shop, 'Media/Notify:$LATEST').findings;
  expect(shop.fixOf(finding)!.snippet).toContain("new CfnResource(this, 'NotifyFailures', { type: 'AWS::SQS::Queue' })");

  const app = templatesApp({ 'app.json': { Resources: { Job: { Type: 'AWS::Lambda::Function' }, Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Job' }, Qualifier: '$LATEST', MaximumRetryAttempts: 3 } } } } });
  expect(app.fixOf(app.findings[0])!.snippet).toContain('"MaximumRetryAttempts"');
});

test('refuses a template that is not JSON', () => {
  expect(() => templatesApp({ 'a.json': [] as object })).toThrow('`a.json` must be a CloudFormation template, with an object `Resources`, got: a list.');
});
