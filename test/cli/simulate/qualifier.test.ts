import { checkQualifier } from '../../../lib/cli/simulate/qualifier';
import { functionAsked } from '../../../lib/cli/simulate/target';
import { UsageError } from '../../../lib/cli/usage-error';
import { Simulator } from '../../../lib/simulator';
import { FN } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

const APP = resources({
  Fn: { ...FN, Metadata: { 'aws:cdk:path': 'S/Fn/Resource' } },
  Version: resource('Lambda::Version', { FunctionName: { Ref: 'Fn' } }, { Metadata: { 'aws:cdk:path': 'S/Fn/CurrentVersion/Resource' } }),
  Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] }, Name: 'live' }),
});

const check = (wanted: string, qualifier?: string) => checkQualifier(new Simulator(APP), functionAsked(APP, wanted, qualifier));

test.each([
  ['Fn', undefined], ['Fn:$LATEST', undefined], ['Fn:live', undefined], ['Fn:1', undefined], ['Fn', '1'], ['Fn', 'live'],
])('accepts %s %s', (wanted, qualifier) => {
  expect(() => check(wanted, qualifier)).not.toThrow();
});

test.each([
  ['Fn', 'next', 'next'],
  ['Fn:2', undefined, '2'],
  ['Fn:', undefined, ''],
  ['Fn:S/Fn/CurrentVersion', undefined, 'S/Fn/CurrentVersion'],
])('refuses %s %s and lists what the function has', (wanted, option, qualifier) => {
  expect(() => check(wanted, option)).toThrow(new UsageError(
    `the app knows no qualifier "${qualifier}" of function "S/Fn". Use one of these:\n  S/Fn:$LATEST\n  S/Fn:1\n  S/Fn:live`));
});
