import { arnOf, AT_DEPLOY, config, FN, MAYBE } from './small-templates';
import { certainInvocation, isSwitchedOn } from '../../lib/checks/invocations';
import { literal, type Setting } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

test.each<[string, Setting<boolean> | undefined, boolean]>([
  ['of which nothing is said is on', undefined, true],
  ['that is switched on is on', literal(true), true],
  ['that is switched off is not', literal(false), false],
  ['of which that is unknown is not on for certain', { kind: 'unknown', reason: 'tested' }, false],
])('something %s', (_, enabled, on) => {
  expect(isSwitchedOn({ enabled })).toBe(on);
});

describe('the first certain invocation', () => {
  const rule = (properties: object = {}, rest: Record<string, unknown> = {}) =>
    resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Arn: arnOf('Fn') }], ...properties }, rest);
  const off = rule({ State: 'DISABLED' });
  const own = config({ Ref: 'Fn' }, { DestinationConfig: { OnSuccess: { Destination: arnOf('Fn') } } });
  const others = config({ Ref: 'Other' }, { DestinationConfig: { OnSuccess: { Destination: arnOf('Fn') } } });

  test.each<[string, Record<string, unknown>, string | undefined]>([
    ['is that of a rule', { A: rule(), B: rule() }, 'A'],
    ['is none where nobody invokes', {}, undefined],
    ['is none that is switched off', { A: off, B: rule() }, 'B'],
    ['is none that may be switched off', { A: rule({ State: AT_DEPLOY }) }, undefined],
    ['is none that may not be there', { A: rule({}, { Condition: 'Maybe' }) }, undefined],
    ['is none by a record of its own, which Lambda refuses', { A: own }, undefined],
    ['may be one by a record of another function', { A: others }, 'A'],
    ['is none of another qualifier', { A: rule({ Targets: [{ Arn: { 'Fn::Sub': '${Fn.Arn}:live' } }] }) }, undefined],
  ])('%s', (_, declared, logicalId) => {
    const { qualifiedFunctions } = resources({ Fn: FN, Other: FN, ...declared }, MAYBE);

    expect(certainInvocation(qualifiedFunctions.get('S.Fn:$LATEST')!)?.origin.logicalId).toBe(logicalId);
  });
});
