import { Stack, aws_apigateway as apigateway, aws_iam as iam, type App } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { ENV, functionIn, stackOf, synthesized } from '../synthesized';
import { resource, resources } from '../templates';

const EVENT = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };

function method(stack: Stack, integration: apigateway.Integration): void {
  new apigateway.RestApi(stack, 'Api').root.addMethod('POST', integration, { methodResponses: [{ statusCode: '202' }] });
}

test('reads a method of aws-cdk-lib that does not wait for the function', () => {
  const { invocations } = stackOf(stack => {
    method(stack, new apigateway.LambdaIntegration(functionIn(stack, 'Fn').addAlias('live'), { proxy: false, requestParameters: EVENT }));
  });
  expect(invocations).toMatchObject([{
    kind: 'api-integration',
    origin: { path: 'S/Api/Default/POST/Resource' },
    property: 'Integration.Uri',
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('live') },
    role: undefined,
  }]);
});

test('reads an integration with a role', () => {
  const { invocations } = stackOf(stack => {
    const fn = functionIn(stack, 'Fn');
    const credentialsRole = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com') });
    method(stack, new apigateway.AwsIntegration({ service: 'lambda', path: `2015-03-31/functions/${fn.functionArn}/invocations`, options: { credentialsRole, requestParameters: EVENT } }));
  });
  expect(invocations).toMatchObject([{ to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) }, role: { kind: 'role' } }]);
});

test('reads a function of another stack', () => {
  const { invocations } = synthesized((app: App) => {
    const fn = functionIn(new Stack(app, 'A', { env: ENV }), 'Fn');
    method(new Stack(app, 'B', { env: ENV }), new apigateway.LambdaIntegration(fn, { proxy: false, requestParameters: EVENT }));
  });
  expect(invocations).toMatchObject([{ origin: { stack: 'B' }, to: { kind: 'function', resource: expect.stringMatching(/^A\.Fn/) } }]);
});

test.each<[string, apigateway.LambdaIntegrationOptions]>([
  ['a proxy integration', {}],
  ['an integration of its own', { proxy: false }],
  ['`RequestResponse`', { proxy: false, requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'RequestResponse'" } }],
  ['another header', { proxy: false, requestParameters: { 'integration.request.header.X-Type': "'Event'" } }],
])('%s waits for the function', (_, options) => {
  const { invocations, deliveries } = stackOf(stack => method(stack, new apigateway.LambdaIntegration(functionIn(stack, 'Fn'), options)));
  expect([...invocations, ...deliveries]).toEqual([]);
});

test('reads the integration of a WebSocket API', () => {
  const { invocations } = resources({
    Fn: resource('Lambda::Function'),
    Integration: resource('ApiGatewayV2::Integration', {
      ApiId: 'a', IntegrationType: 'AWS', IntegrationUri: uri('${Fn.Arn}'), RequestParameters: EVENT, CredentialsArn: 'arn:aws:iam::123456789012:role/api',
    }),
  });
  expect(invocations).toMatchObject([{ kind: 'api-integration', property: 'IntegrationUri', to: { kind: 'function', resource: 'S.Fn' }, role: { kind: 'role' } }]);
});

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
