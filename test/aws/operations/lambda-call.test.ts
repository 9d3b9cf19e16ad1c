import { sentByCall } from '../../../lib/aws/operations/lambda-call';

const document = { value: {}, nameOf: (text: unknown) => typeof text === 'string' ? text : undefined };

test.each<[string, object, string[]]>([
  ['invoke', { FunctionName: 'orders', InvocationType: 'Event' }, ['orders']],
  ['Invoke', { FunctionName: 'orders', InvocationType: 'Event', Qualifier: 'live' }, ['orders:live']],
  ['invokeAsync', { FunctionName: 'orders' }, ['orders']],
  ['invoke', { FunctionName: 'orders' }, []],
  ['invoke', { FunctionName: 'orders', InvocationType: 'RequestResponse' }, []],
  ['invoke', { FunctionName: { 'Fn::ImportValue': 'x' }, InvocationType: 'Event' }, []],
  ['updateFunctionCode', { FunctionName: 'orders', InvocationType: 'Event' }, []],
])('%s with %j sends an event to %j', (operation, parameters, functions) => {
  expect(sentByCall(document, operation, parameters)).toEqual(functions);
});
