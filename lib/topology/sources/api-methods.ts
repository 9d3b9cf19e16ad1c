import { apiIntegration } from './api-integrations';
import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The methods of REST APIs and the integrations of WebSocket APIs that do not wait for the function. HTTP APIs always wait. */
export function apiMethods(reader: Reader): Delivery[] {
  return [
    ...reader.all('AWS::ApiGateway::Method').flatMap(method => {
      const integration = method.properties.get('Integration');
      return apiIntegration(reader, method, {
        type: integration.text('Type'),
        uri: integration.text('Uri'),
        credentials: integration.text('Credentials'),
        requestParameters: integration.get('RequestParameters').tree(),
        property: integration.get('Uri').path,
      });
    }),
    ...reader.all('AWS::ApiGatewayV2::Integration').flatMap(declared => {
      const { properties } = declared;
      return apiIntegration(reader, declared, {
        type: properties.text('IntegrationType'),
        uri: properties.text('IntegrationUri'),
        credentials: properties.text('CredentialsArn'),
        requestParameters: properties.get('RequestParameters').tree(),
        property: 'IntegrationUri',
      });
    }),
  ];
}
