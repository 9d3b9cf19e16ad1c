import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aws_apigateway as apigateway } from 'aws-cdk-lib';
import { functionIn, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

const HEADER = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };

function integration(uri: unknown, more: object = {}) {
  return { 'x-amazon-apigateway-integration': { type: 'aws', httpMethod: 'POST', uri, requestParameters: HEADER, ...more } };
}

const URI = { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations' };

/** The functions that an API calls, or why they are unknown. */
function called(properties: object): string[] {
  const { invocations, deliveries } = resources({ Fn: resource('Lambda::Function'), Api: resource('ApiGateway::RestApi', properties) }, { Parameters: { Open: { Type: 'String' } } });
  return [...invocations, ...deliveries].map(({ to }) => to.kind === 'function' ? to.key : to.kind === 'unknown' ? to.reason : to.kind);
}

test('reads the document of aws-cdk-lib', () => {
  const { invocations } = stackOf(stack => {
    const uri = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionIn(stack, 'Fn').functionArn}/invocations`;
    new apigateway.SpecRestApi(stack, 'Api', { apiDefinition: apigateway.ApiDefinition.fromInline({ paths: { '/jobs': { post: integration(uri) } } }) });
  });
  expect(invocations).toMatchObject([{
    kind: 'api-integration',
    property: 'Body.paths./jobs.post.x-amazon-apigateway-integration.uri',
    to: { kind: 'function', resource: expect.stringMatching(/^S\.Fn/) },
  }]);
});

test.each<[string, string, number, string | undefined]>([
  ['a file', JSON.stringify({ paths: { '/jobs': { post: integration('arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/orders/invocations') } } }), 1, undefined],
  ['a file in YAML, which stays unknown', 'openapi: 3.0.1', 0, 'it is not JSON'],
])('reads %s', (_, text, count, reason) => {
  const file = join(mkdtempSync(join(tmpdir(), 'open-api-')), 'api.json');
  writeFileSync(file, text);
  const { invocations, deliveries } = stackOf(stack => new apigateway.SpecRestApi(stack, 'Api', { apiDefinition: apigateway.ApiDefinition.fromAsset(file) }));
  expect(invocations).toHaveLength(count);
  expect(deliveries.map(({ property, to }) => [property, to.kind === 'unknown' ? to.reason : to.kind])).toEqual(reason ? [['BodyS3Location', reason]] : []);
});

test.each<[string, unknown]>([
  ['an object', { paths: { '/': { post: integration(URI) } } }],
  ['any method', { paths: { '/': { 'x-amazon-apigateway-any-method': integration(URI) } } }],
  ['a text', { 'Fn::Sub': JSON.stringify({ paths: { '/': { post: integration(URI['Fn::Sub']) } } }) }],
  ['a shared integration', {
    paths: { '/': { post: { 'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/jobs' } } } },
    components: { 'x-amazon-apigateway-integrations': { jobs: integration(URI)['x-amazon-apigateway-integration'] } },
  }],
])('reads %s', (_, Body) => {
  expect(called({ Body })).toEqual(['S.Fn:$LATEST']);
});

test.each<[string, object]>([
  ['a proxy integration', integration(URI, { type: 'aws_proxy' })],
  ['an integration without the header', integration(URI, { requestParameters: undefined })],
  ['an operation without an integration', { responses: {} }],
])('%s is no asynchronous invocation', (_, post) => {
  expect(called({ Body: { paths: { '/': { post } } } })).toEqual([]);
});

test.each<[string, object, string]>([
  ['a document in a bucket', { BodyS3Location: { Bucket: 'b', Key: 'k' } }, 'its OpenAPI document is in a bucket'],
  ['a document that a macro includes', { Body: { 'Fn::Transform': { Name: 'AWS::Include' } } }, '`Fn::Transform` is known at deploy time only'],
  ['a parameter', { Body: { Ref: 'Open' } }, 'parameter `Open` has no default'],
])('does not guess %s', (_, properties, reason) => {
  expect(called(properties)).toEqual([reason]);
});
