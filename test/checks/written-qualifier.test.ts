import { miswritten } from '../../lib/checks/written-qualifier';
import { resource, resources } from '../topology/templates';

/** What is wrong with the qualifier of a config. */
function written(properties: object) {
  const topology = resources({
    Fn: resource('Lambda::Function'),
    Live: resource('Lambda::Alias', { FunctionName: { Ref: 'Fn' }, FunctionVersion: '1', Name: 'live' }),
    Config: resource('Lambda::EventInvokeConfig', properties),
  });
  return miswritten(topology, topology.configs[0]);
}

test.each<[string, object, object]>([
  ['a missing qualifier', { FunctionName: { Ref: 'Fn' } }, { value: 'nothing', rule: { rule: 'be given, also for `$LATEST`' } }],
  ['an ARN', { FunctionName: { Ref: 'Fn' }, Qualifier: { Ref: 'Live' } }, { value: 'the ARN of S.Live', remedy: { when: 'the value is the ARN of an alias or version' } }],
  ['another qualifier than that of the function', { FunctionName: { Ref: 'Live' }, Qualifier: 'prod' }, { value: '"prod" for S.Fn:live' }],
])('finds %s', (_, properties, expected) => {
  expect(written(properties)).toMatchObject(expected);
});

test('leaves an alias that may not exist to others', () => {
  expect(written({ FunctionName: { Ref: 'Fn' }, Qualifier: 'prod' })).toBeUndefined();
});
