import { arnOf, AT_DEPLOY, FN } from './small-templates';
import { PermissionsForOtherQualifier } from '../../lib/checks/other-qualifier';
import { resource, resources } from '../topology/templates';

const RULE = resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'T', Arn: { 'Fn::Sub': '${Fn.Arn}:live' } }] });

/** The permission that is in the wrong place. */
function wrong(...permissions: object[]) {
  const declared = Object.fromEntries(permissions.map((more, index) => [`P${index}`, resource('Lambda::Permission', {
    FunctionName: arnOf('Fn'), Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: arnOf('Rule'), ...more,
  })]));
  const topology = resources({ Fn: FN, Rule: RULE, ...declared });
  return new PermissionsForOtherQualifier(topology).of(topology.invocations[0])?.key;
}

test('finds the permission for exactly the caller on another qualifier', () => {
  expect(wrong({})).toBe('S.P0');
});

test('a permission for function URLs on what is invoked is none for its caller', () => {
  expect(wrong({}, { FunctionName: { 'Fn::Sub': '${Fn.Arn}:live' }, Principal: '*', SourceArn: undefined, InvokedViaFunctionUrl: true })).toBe('S.P0');
});

test.each<[string, object[]]>([
  ['no permission at all', []],
  ['one on what is invoked, too', [{}, { FunctionName: { 'Fn::Sub': '${Fn.Arn}:live' }, SourceArn: undefined }]],
  ['an unknown function', [{}, { FunctionName: AT_DEPLOY }]],
  ['a permission for another service', [{ Principal: 'sns.amazonaws.com' }]],
  ['a permission for any source', [{ SourceArn: undefined }]],
  ['a permission for an organization', [{ PrincipalOrgID: 'o-abcdefghij' }]],
  ['a permission for an unknown source', [{ SourceArn: AT_DEPLOY }]],
])('finds nothing with %s', (_, permissions) => {
  expect(wrong(...permissions)).toBeUndefined();
});
