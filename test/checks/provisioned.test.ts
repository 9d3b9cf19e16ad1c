import { executionsNamed, provisionedOf } from '../../lib/checks/provisioned';
import { resource, resources } from '../topology/templates';

const KEPT = { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } };
const alias = (FunctionName: unknown, FunctionVersion: unknown) => resource('Lambda::Alias', { FunctionName, FunctionVersion, Name: 'live', ...KEPT });

test('gives all spellings of a provisioned version one text', () => {
  const topology = resources({
    Fn: resource('Lambda::Function', { FunctionName: 'orders' }),
    Ver: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' }, ...KEPT }),
    Own: alias({ Ref: 'Fn' }, { 'Fn::GetAtt': ['Ver', 'Version'] }),
    ByArn: alias({ Ref: 'Fn' }, { Ref: 'Ver' }),
    Number: alias({ Ref: 'Fn' }, '7'),
    SameNumber: alias('orders', 7),
    Foreign: alias('bills', '7'),
    Unknown: alias({ Ref: 'Fn' }, { 'Fn::Base64': '' }),
    Without: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
  });
  const versions = Object.fromEntries(provisionedOf(topology).map(({ origin, version }) => [origin.logicalId, version]));

  expect(versions).toEqual({
    Ver: 'S.Ver',
    Own: 'S.Ver',
    ByArn: 'S.Ver',
    Number: 'S.Fn:7',
    SameNumber: 'S.Fn:7',
    Foreign: 'arn:aws:lambda:eu-west-1:123456789012:function:bills:7',
    Unknown: undefined,
  });
  expect(provisionedOf(topology).map(({ fn }) => fn?.key)).toContain('S.Fn');
});

test.each([[5, '5'], [undefined, 'a number']])('%p executions are called %s', (executions, name) => {
  expect(executionsNamed({ executions } as never)).toBe(name);
});
