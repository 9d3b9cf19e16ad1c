import { routeOf } from '../../../../lib/simulator/endpoint/lambda/route';
import { getAlias, listAliases } from '../../../../lib/simulator/service/aliases';
import { createFunction } from '../../../../lib/simulator/service/create-function';
import { invoke } from '../../../../lib/simulator/service/invoke';
import { getPolicy, removePermission } from '../../../../lib/simulator/service/permissions';

test.each([
  ['POST', '/2015-03-31/functions/fn/invocations', { operation: invoke, functionName: 'fn' }],
  ['POST', '2015-03-31/functions/fn/invocations/', { operation: invoke, functionName: 'fn' }],
  ['POST', '//2015-03-31/functions/fn/invocations//', { operation: invoke, functionName: 'fn' }],
  ['POST', '/2015-03-31/functions/fn%3A%24LATEST/invocations', { operation: invoke, functionName: 'fn:$LATEST' }],
  ['GET', '/2015-03-31/functions/fn/aliases', { operation: listAliases, functionName: 'fn' }],
  ['GET', '/2015-03-31/functions/fn/aliases/', { operation: listAliases, functionName: 'fn' }],
  ['GET', '/2015-03-31/functions/fn/aliases/li%76e', { operation: getAlias, functionName: 'fn', aliasName: 'live' }],
  ['POST', '/2015-03-31/functions/', { operation: createFunction, functionName: '' }],
  ['GET', '/2015-03-31/functions/fn/policy', { operation: getPolicy, functionName: 'fn' }],
  ['DELETE', '/2015-03-31/functions/fn/policy/s3', { operation: removePermission, functionName: 'fn', statementId: 's3' }],
])('%s %s', (method, path, route) => {
  expect(routeOf(method, path)).toEqual(route);
});

const OTHERS = 'The simulator serves Invoke, InvokeAsync, event invoke configs, aliases, permissions, reserved concurrency, recursion configs, '
  + 'PublishVersion, ListVersionsByFunction, CreateFunction, GetFunction, GetFunctionConfiguration, UpdateFunctionConfiguration and DeleteFunction.';

test.each([
  ['GET', '/2015-03-31/functions/'],
  ['GET', '/2015-03-31/functions/fn/code'],
  ['PUT', '/2015-03-31/functions/fn/invocations'],
  ['GET', '/2015-03-31/functions/fn/aliases/live/more'],
  ['GET', '/'],
  ['constructor', ''],
])('does not serve %s %s', (method, path) => {
  expect(() => routeOf(method, path)).toThrow(`Not simulated: ${method} on that path. ${OTHERS}`);
});

test.each(['/2015-03-31/functions/%/invocations', '/2015-03-31/functions/%c3/invocations'])('refuses the path %s', path => {
  expect(() => routeOf('POST', path)).toThrow(`Not simulated: a path that is not percent-encoded. ${OTHERS}`);
});
