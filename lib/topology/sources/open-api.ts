import { apiIntegration } from './api-integrations';
import { within } from './lambda-call';
import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { jsonDocument } from '../values/json-text';
import { entriesOf, entryOf, textOfEntry, type Tree } from '../values/tree';
import { known, unknown, type Unknown } from '../values/value';

/** The member of an operation that says what the API calls. */
const INTEGRATION = 'x-amazon-apigateway-integration';

/** The integrations in the OpenAPI documents of REST APIs that do not wait for the function. */
export function openApi(reader: Reader): Delivery[] {
  return reader.all('AWS::ApiGateway::RestApi').flatMap(api => {
    const { origin, properties } = api;
    const unread = (property: string, to: Unknown): Delivery => ({ kind: 'api-integration', origin, property, to });
    const file = reader.assetText(properties.get('BodyS3Location').text('Key'));
    const property = file === undefined ? 'Body' : 'BodyS3Location';
    const body = file === undefined ? properties.get('Body').document() : jsonDocument(reader.resolver, file, api.stack);
    if (file === undefined && properties.has('BodyS3Location')) {
      return [unread('BodyS3Location', unknown('its OpenAPI document is in a bucket'))];
    }
    if (body?.kind === 'unknown') {
      return [unread(property, body)];
    }
    return integrations(body).flatMap(([path, integration]) => apiIntegration(reader, api, {
      type: textOfEntry(integration, 'type'),
      uri: textOfEntry(integration, 'uri'),
      credentials: textOfEntry(integration, 'credentials'),
      requestParameters: entryOf(integration, 'requestParameters'),
      property: `${property}.paths.${path}.${INTEGRATION}.uri`,
    }));
  });
}

/** The integrations of all operations of all paths. */
function integrations(body: Tree | undefined): Array<[path: string, integration: Tree | undefined]> {
  return entriesOf(entryOf(body, 'paths')).flatMap(([path, operations]) => entriesOf(operations).flatMap(([name, operation]) => {
    const integration = entryOf(operation, INTEGRATION);
    return integration ? [[`${path}.${name}`, referred(body, integration)] as [string, Tree | undefined]] : [];
  }));
}

/** An integration in `components`, which several operations may share. */
function referred(body: Tree | undefined, integration: Tree): Tree | undefined {
  const reference = known(textOfEntry(integration, '$ref'));
  return reference?.startsWith('#/') ? within(body, ...reference.slice(2).split('/')) : integration;
}
