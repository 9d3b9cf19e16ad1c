import { resource } from '../../topology/templates';
import { fixed } from '../template-fixes';

test.each<[unknown, unknown]>([
  ['lambda:InvokeAsync', 'lambda:InvokeFunction'],
  [['lambda:invokeasync', 's3:GetObject'], ['lambda:InvokeFunction', 's3:GetObject']],
  [['lambda:InvokeFunction', 'lambda:InvokeAsync'], ['lambda:InvokeFunction']],
])('%j becomes %j', (Action, value) => {
  expect(fixed('InvokeAsyncPermission', {
    Policy: resource('IAM::Policy', { PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }, Roles: ['r'] }),
  })).toEqual({
    summary: 'Allow `lambda:InvokeFunction`.', operations: ['replace /Resources/Policy/Properties/PolicyDocument/Statement/0/Action'], values: [value], found: [1, 0],
  });
});

test('a permission on a function has one action', () => {
  expect(fixed('InvokeAsyncPermission', {
    Permission: resource('Lambda::Permission', { FunctionName: 'f', Action: 'lambda:InvokeAsync', Principal: '123456789012' }),
  })).toMatchObject({ operations: ['replace /Resources/Permission/Properties/Action'], values: ['lambda:InvokeFunction'], found: [1, 0] });
});
