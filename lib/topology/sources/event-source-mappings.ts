import type { Reader } from '../reader';
import type { EventSource } from '../topology';

/** What Lambda reads for the functions, e.g. queues. */
export function eventSourceMappings(reader: Reader): EventSource[] {
  return reader.all('AWS::Lambda::EventSourceMapping').map(declared => {
    const { origin, properties } = declared;
    return {
      source: reader.target(properties.get('EventSourceArn'), declared),
      function: reader.function(properties.get('FunctionName'), declared),
      enabled: properties.get('Enabled').switch(),
      onFailure: reader.target(properties.get('DestinationConfig', 'OnFailure', 'Destination'), declared),
      filtered: !properties.get('FilterCriteria').absent,
      ...origin,
    };
  });
}
