import { Stack, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { allow, bound } from './bound';
import { AsyncDestination, AsyncFunction, AsyncInvokeChecks, AsyncInvokeConfig } from '../../../lib';
import { agnosticStack, config, errorOf, fn, resources } from '../fixture';
import { newApp, recorded, synth } from '../validated';

const BUS = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':event-bus/default']] };
const FN = { 'Fn::GetAtt': ['Fn9270CBC0', 'Arn'] };
const CODE = { runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = async () => {};') };
const responsesTo = (stack: Stack, id = 'Next') => AsyncDestination.function(fn(stack, id), { responseOnly: true });

function rules(stack: Stack): Record<string, any>[] {
  return Object.values(resources(stack, 'AWS::Events::Rule')).map(({ Properties }) => Properties);
}

test('sends responses through the default bus and a rule that extracts them', () => {
  const { stack, arn, allowed } = bound(responsesTo);

  expect(arn).toEqual(BUS);
  expect(allowed).toEqual([allow('events:PutEvents', BUS)]);
  expect(rules(stack)).toEqual([{
    Description: 'Sends responses of asynchronous invocations to Stack/Next',
    EventPattern: {
      'source': ['lambda', 'aws.lambda'],
      'detail-type': ['Lambda Function Invocation Result - Failure'],
      'resources': [{ 'Fn::Join': ['', [FN, ':$LATEST']] }],
    },
    State: 'ENABLED',
    Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Next/), 'Arn'] }, Id: 'Target0', InputPath: '$.detail.responsePayload' }],
  }]);
  expect(Object.values(resources(stack, 'AWS::Lambda::Permission')).map(({ Properties }) => Properties.Principal)).toEqual(['events.amazonaws.com']);
});

test('leaves no finding at its own rule, to which nothing can be added', () => {
  const app = newApp();
  const stack = new Stack(app, 'Stack');
  const [next, first] = [new AsyncFunction(stack, 'Next', CODE), new AsyncFunction(stack, 'First', CODE)];
  new AsyncInvokeConfig(stack, 'Config', { function: first.addAlias('other'), onSuccess: AsyncDestination.function(next.alias, { responseOnly: true }) });
  const { plugin, reports } = recorded(new AsyncInvokeChecks());
  Validations.of(app).addPlugins(plugin);
  synth(app);

  expect(reports.flatMap(({ violations }) => violations).map(({ ruleName }) => ruleName)).not.toContain('CallerWithoutDeadLetterQueue');
});

describe('the rule matches the target of the config:', () => {
  test.each<[string, (made: lambda.Function) => lambda.IFunction, unknown]>([
    ['`$LATEST`', made => made.latestVersion, [FN, ':$LATEST']],
    ['an alias', made => made.addAlias('live'), [FN, ':live']],
    ['a version', made => made.currentVersion, [FN, ':', { 'Fn::GetAtt': [expect.stringMatching(/^FnCurrentVersion/), 'Version'] }]],
  ])('%s', (_, named, arn) => {
    const { stack } = bound(responsesTo, { named });

    expect(rules(stack).map(({ EventPattern }) => EventPattern.resources)).toEqual([[{ 'Fn::Join': ['', arn] }]]);
  });

  test('an imported function with a qualifier in its ARN', () => {
    const stack = agnosticStack();
    const imported = lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:live');
    new AsyncInvokeConfig(stack, 'Config', { function: imported, onSuccess: responsesTo(stack), skipPermissions: true });

    expect(rules(stack).map(({ EventPattern }) => EventPattern.resources)).toEqual([[
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':lambda:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':function:orders:live']] },
    ]]);
  });

  test('`latestVersion` that is configured by aws-cdk-lib', () => {
    const stack = agnosticStack();
    fn(stack).latestVersion.configureAsyncInvoke({ onSuccess: responsesTo(stack) });

    expect(rules(stack).map(({ EventPattern }) => EventPattern.resources)).toEqual([[{ 'Fn::Join': ['', [FN, ':$LATEST']] }]]);
  });

  test('an alias that is configured by aws-cdk-lib', () => {
    const stack = agnosticStack();
    fn(stack).addAlias('live', { onSuccess: responsesTo(stack) });

    expect(JSON.stringify(rules(stack)[0].EventPattern.resources)).toContain('{"Fn::Select":[7,{"Fn::Split":[":",{"Ref":"FnAliaslive');
  });
});

test('creates a rule each for successes and failures', () => {
  const stack = agnosticStack();
  new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onSuccess: responsesTo(stack), onFailure: responsesTo(stack, 'Other') });

  expect(rules(stack).map(({ EventPattern }) => EventPattern['detail-type'])).toEqual([
    ['Lambda Function Invocation Result - Failure'], ['Lambda Function Invocation Result - Success'],
  ]);
  expect(config(stack).Properties.DestinationConfig).toEqual({ OnFailure: { Destination: BUS }, OnSuccess: { Destination: BUS } });
});

test('refuses the function itself', () => {
  const stack = agnosticStack();
  const made = fn(stack);

  expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: made, onSuccess: AsyncDestination.function(made.addAlias('live'), { responseOnly: true }) }))).toContain(
    '`onSuccess` must be another function than the one that is configured, whatever the qualifier, got: AWS::Lambda::Alias at Stack/Fn/Aliaslive.',
  );
  expect(rules(stack)).toEqual([]);
});
