import type { EventInvokeConfig } from '../nodes/config';
import type { Reader } from '../reader';
import { known, type Text } from '../values/value';

/** The event invoke configs that the app declares. */
export function eventInvokeConfigs(reader: Reader): EventInvokeConfig[] {
  return reader.all('AWS::Lambda::EventInvokeConfig').map(declared => {
    const { origin, properties } = declared;
    const destinations = properties.get('DestinationConfig');
    const onSuccess = destinations.text('OnSuccess', 'Destination');
    const onFailure = destinations.text('OnFailure', 'Destination');
    const name = properties.required('FunctionName');
    return {
      target: reader.function(name, declared, properties.required('Qualifier')),
      function: reader.function(name, declared),
      qualifier: properties.text('Qualifier'),
      retryAttempts: properties.number('MaximumRetryAttempts'),
      maxEventAge: properties.number('MaximumEventAgeInSeconds'),
      onSuccess: reader.target(onSuccess, declared),
      onFailure: reader.target(onFailure, declared),
      declined: declinedSides(onSuccess, onFailure),
      ...origin,
    };
  });
}

/** The sides whose destination is an empty text. */
export function declinedSides(onSuccess: Text | undefined, onFailure: Text | undefined): EventInvokeConfig['declined'] {
  return [
    ...known(onSuccess) === '' ? ['onSuccess'] as const : [],
    ...known(onFailure) === '' ? ['onFailure'] as const : [],
  ];
}
