import { FixContext } from '../../../lib/fixes/fix-context';
import { withoutSetting } from '../../../lib/fixes/kinds/excluded-setting';
import { resource, resources } from '../../topology/templates';

const DECLARED: Record<string, unknown> = {
  Fn: resource('Lambda::Function', { SnapStart: { ApplyOn: 'PublishedVersions' } }),
  Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '$LATEST', Name: 'live', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } }),
};

test.each([
  ['Fn', 'SnapStart.ApplyOn', 'Remove `SnapStart`.', ['SnapStart']],
  ['Live', 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions', 'Remove `ProvisionedConcurrencyConfig`.', ['ProvisionedConcurrencyConfig']],
  ['Live', 'FunctionVersion', 'Point the alias to a version.', ['FnVersion', 'FunctionVersion']],
])('%s with %s', (logicalId, property, summary, touched) => {
  const context = new FixContext(resources(DECLARED), key => DECLARED[key.slice('S.'.length)]);
  const fix = withoutSetting({ id: 'ProvisionedConcurrency', key: `S.${logicalId}`, stack: 'S', property, value: '' }, context);

  expect([fix?.summary, fix?.changes.map(change => 'path' in change ? change.path.at(-1) : change.logicalId)]).toEqual([summary, touched]);
});
