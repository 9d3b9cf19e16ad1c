import * as iam from 'aws-cdk-lib/aws-iam';
import { found, only, resource, stack } from './fixture';

const CALL = 'Custom::Call';

test('a resource waits for the handler, for how it is invoked, and for its own permission alone', () => {
  const app = stack();
  resource(app, 'A');
  resource(app, 'B', undefined, { target: 'another' });

  expect(Object.values(found(app, CALL)).map(({ DependsOn = [] }) => [...DependsOn].sort())).toEqual(['A', 'B'].map(id => [
    expect.stringMatching(new RegExp(`^${id}Permission`)),
    expect.stringMatching(/^DeployTimeHandlerFunction\w{8}$/),
    expect.stringMatching(/^DeployTimeHandlerFunctionEventInvokeConfig/),
  ]));
});

test('another target is another permission, so that the old one outlasts the old target', () => {
  const ids = ['one', 'other'].map(target => {
    const app = stack();
    resource(app, 'A', undefined, { target });
    return Object.keys(found(app, 'AWS::IAM::Policy')).find(id => id.startsWith('APermission'));
  });

  expect(ids[0]).not.toBe(ids[1]);
});

test.each([
  [60, '341', false],
  [619, '900', false],
  [620, '901', true],
  [3319, '3600', true],
  [9999, '3600', true],
])('work of %i s is waited for %s s, and may go on in another run: %s', (workTime, timeout, continues) => {
  const app = stack();
  resource(app, 'A', undefined, { workTime });
  const continuation = Object.keys(found(app, 'AWS::IAM::Policy')).filter(id => id.includes('Continuation'));
  const { Properties, DependsOn } = only(app, CALL);

  expect(Properties.ServiceTimeout).toBe(timeout);
  expect(continuation).toHaveLength(continues ? 1 : 0);
  expect(DependsOn).toEqual(expect.arrayContaining(continuation));
});

test('the handler may invoke exactly itself, in a policy for which it does not wait', () => {
  const app = stack();
  resource(app, 'A', undefined, { workTime: 3000 });
  resource(app, 'B', undefined, { workTime: 3000, target: 'another' });
  const [[id, policy], ...others] = Object.entries(found(app, 'AWS::IAM::Policy')).filter(([name]) => name.includes('Continuation'));
  const [[handlerId, handler]] = Object.entries(found(app, 'AWS::Lambda::Function'));

  expect(others).toEqual([]);
  expect(policy.Properties.PolicyDocument.Statement).toEqual([
    { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [handlerId, 'Arn'] } },
  ]);
  expect(handler.DependsOn).not.toContain(id);
});

test('one thing more goes into the same permission', () => {
  const app = stack();
  const made = resource(app, 'A');
  made.allow(new iam.PolicyStatement({ actions: ['service:Look'], resources: ['arn:aws:service:::somebody'] }));

  expect(Object.entries(found(app, 'AWS::IAM::Policy')).find(([id]) => id.startsWith('APermission'))![1].Properties.PolicyDocument.Statement)
    .toEqual([expect.objectContaining({ Action: 'service:Call' }), expect.objectContaining({ Action: 'service:Look' })]);
});
