import { resource, resources } from '../templates';

const EVENT = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };

function uri(fn: string, path = '2015-03-31/functions', operation = 'invocations') {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${path}/${fn}/${operation}` };
}

/** The functions that a method calls, or why they are unknown. */
function called(Uri: unknown, RequestParameters: unknown = EVENT, Type = 'AWS'): string[] {
  const { invocations, deliveries } = resources({
    Fn: resource('Lambda::Function'),
    Post: resource('ApiGateway::Method', { Integration: { Type, Uri, RequestParameters } }),
  }, { Parameters: { Open: { Type: 'String' } } });
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? to.key : to.kind === 'unknown' ? to.reason : to.kind);
}

const ORDERS = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

test.each<[string, unknown, string]>([
  ['an ARN by `Fn::GetAtt`', uri('${Fn.Arn}'), 'S.Fn:$LATEST'],
  ['a name by `Ref`', uri('${Fn}'), 'S.Fn:$LATEST'],
  ['an alias', uri('${Fn.Arn}:live'), 'S.Fn:live'],
  ['a qualifier in the query', uri('${Fn.Arn}', undefined, 'invocations?Qualifier=live'), 'S.Fn:live'],
  ['a literal', `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ORDERS}/invocations`, `${ORDERS}:$LATEST`],
  ['`Fn::Join`', { 'Fn::Join': ['', ['arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/', { 'Fn::GetAtt': ['Fn', 'Arn'] }, '/invocations']] }, 'S.Fn:$LATEST'],
  ['`invoke-async`, without the header', uri('${Fn.Arn}', '2014-11-13/functions', 'invoke-async'), 'S.Fn:$LATEST'],
])('reads %s', (title, address, expected) => {
  expect(called(address, title.startsWith('`invoke-async`') ? undefined : EVENT)).toEqual([expected]);
});

test('compares the name of the header without regard to case', () => {
  expect(called(uri('${Fn.Arn}'), { 'integration.request.header.x-amz-invocation-type': "'Event'" })).toEqual(['S.Fn:$LATEST']);
});

test.each<[string, unknown, unknown, string]>([
  ['a header of the request', uri('${Fn.Arn}'), { 'integration.request.header.X-Amz-Invocation-Type': 'method.request.header.InvocationType' }, 'each request decides whether the call is asynchronous'],
  ['a parameter as the type', uri('${Fn.Arn}'), { 'integration.request.header.X-Amz-Invocation-Type': { Ref: 'Open' } }, 'parameter `Open` has no default'],
  ['a parameter as the address', { Ref: 'Open' }, EVENT, 'parameter `Open` has no default'],
  ['a stage variable', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${stageVariables.fn}/invocations', EVENT, 'must'],
])('does not guess %s', (_, address, parameters, reason) => {
  expect(called(address, parameters)).toEqual([expect.stringContaining(reason)]);
});

test.each<[string, unknown, string]>([
  ['another service', 'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/functions/x/invocations', 'AWS'],
  ['a proxy integration', uri('${Fn.Arn}'), 'AWS_PROXY'],
  ['an address of the web', 'https://example.com/functions/x/invocations', 'HTTP'],
])('%s is no asynchronous invocation', (_, address, type) => {
  expect(called(address, EVENT, type)).toEqual([]);
});
