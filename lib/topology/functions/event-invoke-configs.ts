import type { Reader } from '../reader';
import type { EventInvokeConfig } from '../topology';
import type { Property } from '../values/property';
import { known } from '../values/value';

/** The configs of asynchronous invocation that the app declares. */
export function eventInvokeConfigs(reader: Reader): EventInvokeConfig[] {
  return reader.all('AWS::Lambda::EventInvokeConfig').map(declared => {
    const { origin, properties } = declared;
    const onSuccess = properties.get('DestinationConfig', 'OnSuccess', 'Destination');
    const onFailure = properties.get('DestinationConfig', 'OnFailure', 'Destination');
    return {
      target: reader.function(properties.get('FunctionName'), declared, properties.get('Qualifier').required()),
      function: reader.function(properties.get('FunctionName'), declared),
      retryAttempts: properties.get('MaximumRetryAttempts').number(),
      maxEventAge: properties.get('MaximumEventAgeInSeconds').number(),
      onSuccess: reader.target(onSuccess, declared),
      onFailure: reader.target(onFailure, declared),
      declined: declinedSides(onSuccess, onFailure),
      ...origin,
    };
  });
}

/** The sides whose destination is the empty text. */
export function declinedSides(onSuccess: Property, onFailure: Property): EventInvokeConfig['declined'] {
  return [
    ...known(onSuccess.text()) === '' ? ['onSuccess'] as const : [],
    ...known(onFailure.text()) === '' ? ['onFailure'] as const : [],
  ];
}
