import { AT_DEPLOY, config, FN, MAYBE } from './small-templates';
import { KnownConfigs } from '../../lib/checks/known-configs';
import { isUnconfiguredSibling } from '../../lib/checks/unconfigured';
import { resource, resources } from '../topology/templates';

const live = resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' });

function isForgotten(declared: Record<string, unknown>, key: string): boolean {
  const topology = resources({ Fn: FN, Other: FN, Live: live, ...declared }, MAYBE);
  return isUnconfiguredSibling(new KnownConfigs(topology), topology.qualifiedFunctions.get(key)!);
}

describe('an alias', () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ['was forgotten when another qualifier has a config', { A: config({ Ref: 'Fn' }) }, true],
    ['was not when it has one, too', { A: config({ Ref: 'Fn' }), B: config({ Ref: 'Fn' }, { Qualifier: 'live' }) }, false],
    ['was not when nothing of its function has one', {}, false],
    ['was not when another function has one', { A: config({ Ref: 'Other' }) }, false],
    ['was not for certain when that config may not be there', { A: config({ Ref: 'Fn' }, {}, { Condition: 'Maybe' }) }, false],
    ['was not for certain when a config has an unknown function', { A: config(AT_DEPLOY) }, false],
  ])('%s', (_, declared, forgotten) => {
    expect(isForgotten(declared, 'S.Fn:live')).toBe(forgotten);
  });
});

test('`$LATEST` is never forgotten: few invoke it', () => {
  expect(isForgotten({ A: config({ Ref: 'Fn' }, { Qualifier: 'live' }) }, 'S.Fn:$LATEST')).toBe(false);
});
