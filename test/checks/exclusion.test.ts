import { excludedIds } from '../../lib/checks';

const KNOWN = ['SelfDestination', 'DestinationLoop'];

test.each([
  [[], []],
  [['DestinationLoop'], ['DestinationLoop']],
  [['cdk-async-invoke:DestinationLoop', 'SelfDestination'], ['DestinationLoop', 'SelfDestination']],
  [['cdk-async-invoke::DestinationLoop', 'DestinationLoop'], ['DestinationLoop']],
])('%p excludes %p', (exclude, ids) => {
  expect([...excludedIds(exclude, KNOWN, 'exclude')]).toEqual(ids);
});

test('a rule that does not exist is refused', () => {
  expect(() => excludedIds(['DestinationLoop', 'Loop'], KNOWN, '--exclude')).toThrow(
    '`--exclude` must name rules that exist, got: "Loop". The rules are: DestinationLoop, SelfDestination.');
});
