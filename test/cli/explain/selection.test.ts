import { leftOut, selected } from '../../../lib/cli/explain/selection';
import { UsageError } from '../../../lib/cli/usage-error';
import { functionName, qualifierOf } from '../../../lib/explanation/names';
import { arnOf, AT_DEPLOY, config, FN } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

const fn = (path: string, properties: object = {}) => resource('Lambda::Function', properties, { Metadata: { 'aws:cdk:path': `${path}/Resource` } });
const alias = (logicalId: string) => resource('Lambda::Alias', { FunctionName: { Ref: logicalId }, FunctionVersion: '1', Name: 'live' });

const APP = resources({
  Orders: fn('S/Shop/Orders', { FunctionName: 'take-orders' }),
  Live: alias('Orders'),
  Config: config({ Ref: 'Orders' }, { Qualifier: 'live' }),
  Bills: fn('S/Shop/Bills', { FunctionName: AT_DEPLOY }),
  Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Arn: arnOf('Bills') }] }),
  Idle: fn('S/Idle'),
  Odd: fn('S/Odd:live'),
  Pathless: FN,
});

const names = (wanted?: string, app = APP) =>
  selected(app, wanted).map(chosen => `${functionName(app, chosen)}|${qualifierOf(app, chosen.target.qualifier)}`);

test('selects configured or invoked functions by default, in the order of names', () => {
  expect(names()).toEqual(['S/Shop/Bills|$LATEST', 'S/Shop/Orders|live']);
});

test('selects a function with a dead-letter queue, but not its aliases', () => {
  const app = resources({
    Orders: fn('S/Orders', { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:lost' } }),
    Live: alias('Orders'),
  });
  expect(names(undefined, app)).toEqual(['S/Orders|$LATEST']);
});

describe('a function that only CloudFormation calls', () => {
  const app = resources({
    Handler: fn('S/Handler'),
    Config: config({ Ref: 'Handler' }),
    Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: arnOf('Handler') } },
    Both: fn('S/Both'),
    Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Arn: arnOf('Both') }] }),
    Other: { Type: 'Custom::Thing', Properties: { ServiceToken: arnOf('Both') } },
    Plain: fn('S/Plain'),
    Third: { Type: 'Custom::Thing', Properties: { ServiceToken: arnOf('Plain') } },
  });

  test('is left out, unless you name it', () => {
    expect(names(undefined, app)).toEqual(['S/Both|$LATEST']);
    expect(names('Handler', app)).toEqual(['S/Handler|$LATEST']);
  });

  test('is reported as left out if it has a config', () => {
    expect(leftOut(app).map(left => functionName(app, left))).toEqual(['S/Handler']);
  });
});

describe('finds a function', () => {
  test.each([
    ['by its path', 'S/Shop/Orders'],
    ['by the end of its path', 'Shop/Orders'],
    ['by its id', 'Orders'],
    ['by its name', 'take-orders'],
  ])('%s, with all its qualifiers', (_, wanted) => {
    expect(names(wanted)).toEqual(['S/Shop/Orders|$LATEST', 'S/Shop/Orders|live']);
  });

  test.each([
    ['Orders:live', ['S/Shop/Orders|live']],
    ['take-orders:$LATEST', ['S/Shop/Orders|$LATEST']],
    ['Idle', ['S/Idle|$LATEST']],
    ['Pathless', ['S.Pathless|$LATEST']],
    ['Odd:live', ['S/Odd:live|$LATEST']],
    ['Odd:live:$LATEST', ['S/Odd:live|$LATEST']],
  ])('as %s', (wanted, chosen) => {
    expect(names(wanted)).toEqual(chosen);
  });
});

describe('lists the functions', () => {
  test.each(['Order', 'rders', 'Shop', 'Order:live', 'live', ''])('if none is called %p', wanted => {
    expect(() => names(wanted)).toThrow(new UsageError(
      `there is no function ${JSON.stringify(wanted)} in the app. Its functions are:\n` +
      '  S.Pathless\n  S/Idle\n  S/Odd:live\n  S/Shop/Bills\n  S/Shop/Orders'));
  });

  test('or says that the app has none', () => {
    expect(() => names('Orders', resources({}))).toThrow(new UsageError('there is no function "Orders" in the app. It has none.'));
  });
});

describe('lists the qualifiers', () => {
  const orders = '  S/Shop/Orders:$LATEST\n  S/Shop/Orders:live';

  test.each([
    ['Orders:next', 'next', 'Orders', orders],
    ['take-orders:', '', 'take-orders', orders],
    ['Orders:live:next', 'live:next', 'Orders', orders],
    ['Odd:live:next', 'next', 'Odd:live', '  S/Odd:live:$LATEST'],
  ])('if the function of %p has no such qualifier', (wanted, qualifier, name, known) => {
    expect(() => names(wanted)).toThrow(new UsageError(`the app knows no qualifier "${qualifier}" of function "${name}". Use one of these:\n${known}`));
  });
});

test('selects nothing in an empty app', () => {
  expect(names(undefined, resources({}))).toEqual([]);
});
