import { findings } from '../../../lib/checks';
import { provisionedConcurrency } from '../../../lib/checks/rules/provisioned-concurrency';
import * as example from '../../../pages/rules/examples/provisioned-concurrency';
import { resource, resources } from '../../topology/templates';
import { checked, of } from '../checked-apps';
import { MAYBE } from '../small-templates';

test('ProvisionedConcurrency is found', () => {
  expect(of('ProvisionedConcurrency', checked(example.found))).toEqual([
    {
      id: 'ProvisionedConcurrency',
      severity: 'error',
      path: 'S/Live/Resource',
      property: 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
      value: '3 beside that of S/Fn/CurrentVersion',
      message: '`ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions` must be left out if the version has provisioned concurrency already, of its own or by another alias, got: 3 beside that of S/Fn/CurrentVersion. Lambda allows one provisioned concurrency configuration for each version: the deployment fails. Set it in one place.',
    },
  ]);
});

test('one alias with provisioned concurrency is innocent', () => {
  expect(of('ProvisionedConcurrency', checked(example.innocent))).toEqual([]);
});

const SNAP_START = { SnapStart: { ApplyOn: 'PublishedVersions' } };
const PER_TENANT = { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } };
const keeping = (executions: unknown) => ({ ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: executions } });
const version = (properties: object = {}, rest: Record<string, unknown> = {}) => resource('Lambda::Version', { FunctionName: { Ref: 'Fn' }, ...properties }, rest);
const alias = (FunctionVersion: unknown, properties: object, rest: Record<string, unknown> = {}) =>
  resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion, Name: 'live', ...properties }, rest);
const OWN = { 'Fn::GetAtt': ['Ver', 'Version'] };

/** What is found of a function with versions and aliases. */
function found(fn: object, declared: Record<string, unknown>): string[] {
  const topology = resources({ Fn: resource('Lambda::Function', fn), ...declared }, { ...MAYBE, Parameters: { Chosen: { Type: 'String' } } });
  return findings(topology, [provisionedConcurrency]).map(({ logicalId, property, value, message }) =>
    `${logicalId} ${property.split('.').at(-1)}: ${value}; must ${/must (.*?), got: /.exec(message)![1]}`);
}

describe('also found is', () => {
  const EXECUTIONS = 'ProvisionedConcurrentExecutions';

  test.each<[string, object, Record<string, unknown>, string[]]>([
    ['an alias of a function with SnapStart', SNAP_START, { Live: alias('1', keeping(5)) },
      [`Live ${EXECUTIONS}: 5 for S.Fn; must be left out for a function with SnapStart`]],
    ['a version of a function with SnapStart, with any number', SNAP_START, { Ver: version(keeping({ Ref: 'Chosen' })) },
      [`Ver ${EXECUTIONS}: a number for S.Fn; must be left out for a function with SnapStart`]],
    ['an alias of a function with tenant isolation', PER_TENANT, { Live: alias('1', keeping(5)) },
      [`Live ${EXECUTIONS}: 5 for S.Fn; must be left out for a function with tenant isolation`]],
    ['an alias of `$LATEST`', {}, { Live: alias('$LATEST', keeping(5)) },
      ['Live FunctionVersion: "$LATEST"; must be a published version for provisioned concurrency']],
    ['a number below 1', {}, { Live: alias('1', keeping(0)) }, [`Live ${EXECUTIONS}: 0; must be an integer of at least 1`]],
    ['a fraction', {}, { Live: alias('1', keeping(1.5)) }, [`Live ${EXECUTIONS}: 1.5; must be an integer of at least 1`]],
    ['more than the reserve', { ReservedConcurrentExecutions: 4 }, { Live: alias('1', keeping(5)) },
      [`Live ${EXECUTIONS}: 5 for S.Fn, which has 4; must be at most the function's reserved concurrency`]],
    ['more than the reserve in total, once', { ReservedConcurrentExecutions: 4 }, { Blue: alias('1', keeping(2)), Green: alias('2', keeping(3)), Red: alias('3', keeping(3)) },
      [`Green ${EXECUTIONS}: 3, in total 5, for S.Fn, which has 4; must be at most the function's reserved concurrency`]],
    ['two aliases of one version of the app', {}, { Ver: version(), Blue: alias(OWN, keeping(5)), Green: alias(OWN, keeping({ Ref: 'Chosen' })) },
      [`Green ${EXECUTIONS}: a number beside that of S.Blue; must be left out if the version has provisioned concurrency already, of its own or by another alias`]],
    ['two aliases of one number', {}, { Blue: alias('7', keeping(5)), Green: alias(7, keeping(5)) },
      [`Green ${EXECUTIONS}: 5 beside that of S.Blue; must be left out if the version has provisioned concurrency already, of its own or by another alias`]],
  ])('%s', (_, fn, declared, expected) => {
    expect(found(fn, declared)).toEqual(expected);
  });
});

describe('innocent is', () => {
  test.each<[string, object, Record<string, unknown>]>([
    ['SnapStart that is switched off', { SnapStart: { ApplyOn: 'None' } }, { Live: alias('1', keeping(5)) }],
    ['SnapStart that a parameter chooses', { SnapStart: { ApplyOn: { Ref: 'Chosen' } } }, { Live: alias('1', keeping(5)) }],
    ['SnapStart without provisioned concurrency', SNAP_START, { Live: alias('1', {}) }],
    ['provisioned concurrency under a condition', SNAP_START, { Live: alias('1', { ProvisionedConcurrencyConfig: { 'Fn::If': ['Maybe', { ProvisionedConcurrentExecutions: 5 }, { Ref: 'AWS::NoValue' }] } }) }],
    ['the least number', {}, { Live: alias('1', keeping(1)) }],
    ['a number that a parameter chooses', { ReservedConcurrentExecutions: 4 }, { Live: alias('1', keeping({ Ref: 'Chosen' })) }],
    ['all of the reserve', { ReservedConcurrentExecutions: 5 }, { Blue: alias('1', keeping(2)), Green: alias('2', keeping(3)) }],
    ['a reserve that a parameter chooses', { ReservedConcurrentExecutions: { Ref: 'Chosen' } }, { Live: alias('1', keeping(5)) }],
    ['more than the reserve only if a condition holds', { ReservedConcurrentExecutions: 4 }, { Blue: alias('1', keeping(2)), Green: alias('2', keeping(3), { Condition: 'Maybe' }) }],
    ['two versions', {}, { Ver: version(keeping(5)), Live: alias('1', keeping(5)) }],
    ['one number of two functions', {}, { Live: alias('1', keeping(5)), Next: resource('Lambda::Alias', { FunctionName: 'other', FunctionVersion: '1', Name: 'live', ...keeping(5) }) }],
    ['two aliases of versions that only the deployment knows', {}, { Blue: alias({ Ref: 'Chosen' }, keeping(5)), Green: alias({ Ref: 'Chosen' }, keeping(5)) }],
    ['two aliases of one version, one under a condition', {}, { Ver: version(), Blue: alias(OWN, keeping(5)), Green: alias(OWN, keeping(5), { Condition: 'Maybe' }) }],
    ['an alias of an imported function', {}, { Live: resource('Lambda::Alias', { FunctionName: 'other', FunctionVersion: '1', Name: 'live', ...keeping(5) }) }],
  ])('%s', (_, fn, declared) => {
    expect(found(fn, declared)).toEqual([]);
  });
});
