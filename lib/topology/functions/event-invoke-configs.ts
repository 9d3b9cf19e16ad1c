import type { Reader } from '../reader';
import type { EventInvokeConfig } from '../topology';

/** The configs of asynchronous invocation that the app declares. */
export function eventInvokeConfigs(reader: Reader): EventInvokeConfig[] {
  return reader.all('AWS::Lambda::EventInvokeConfig').map(declared => {
    const { origin, properties } = declared;
    const destinations = properties.get('DestinationConfig');
    return {
      ...origin,
      target: reader.function(properties.get('FunctionName'), declared, properties.get('Qualifier').required()),
      function: reader.function(properties.get('FunctionName'), declared),
      retryAttempts: properties.get('MaximumRetryAttempts').number(),
      maxEventAge: properties.get('MaximumEventAgeInSeconds').number(),
      onSuccess: reader.target(destinations.get('OnSuccess', 'Destination'), declared),
      onFailure: reader.target(destinations.get('OnFailure', 'Destination'), declared),
    };
  });
}
