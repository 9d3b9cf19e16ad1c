import type { EventSource } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The sources that Lambda polls for functions, e.g. queues. */
export function eventSourceMappings(reader: Reader): EventSource[] {
  return reader.all('AWS::Lambda::EventSourceMapping').map(declared => {
    const { origin, properties } = declared;
    return {
      source: reader.target(properties.text('EventSourceArn'), declared),
      function: reader.function(properties.required('FunctionName'), declared),
      enabled: properties.switch('Enabled'),
      onFailure: reader.target(properties.get('DestinationConfig').get('OnFailure').text('Destination'), declared),
      filtered: properties.has('FilterCriteria'),
      ...origin,
    };
  });
}
