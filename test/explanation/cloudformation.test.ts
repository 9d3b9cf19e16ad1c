import type { Caller } from '../../lib/explanation/caller';
import { areCloudFormation, customResourcesOf, isCloudFormation, isForDeployment } from '../../lib/explanation/cloudformation';
import { arnOf, FN } from '../checks/small-templates';
import { resource, resources } from '../topology/templates';

const custom = (fn: string) => ({ Type: 'Custom::Thing', Properties: { ServiceToken: arnOf(fn) } });
const APP = resources({
  Handler: FN,
  One: custom('Handler'),
  Two: custom('Handler'),
  Both: FN,
  Three: custom('Both'),
  Rule: resource('Events::Rule', { ScheduleExpression: 'rate(1 hour)', Targets: [{ Arn: arnOf('Both') }] }),
  Plain: FN,
});
const named = (logicalId: string) => APP.qualifiedFunctions.get(`S.${logicalId}:$LATEST`)!;

test.each([
  ['Handler', ['One', 'Two'], true], ['Both', ['Three'], false], ['Plain', [], false],
])('CloudFormation calls %s for %j, and is the only caller: %p', (fn, logicalIds, alone) => {
  expect(customResourcesOf(APP, named(fn)).map(({ logicalId }) => logicalId)).toEqual(logicalIds);
  expect(isForDeployment(APP, named(fn))).toBe(alone);
});

test('recognises CloudFormation among callers', () => {
  const [cloudFormation, rule] = (['custom-resource', 'event-rule'] as const).map((kind): Caller => ({ kind, by: 'S/A', property: 'P' }));
  expect([cloudFormation, rule].map(isCloudFormation)).toEqual([true, false]);
  expect([[cloudFormation], [cloudFormation, rule], []].map(areCloudFormation)).toEqual([true, false, false]);
});
