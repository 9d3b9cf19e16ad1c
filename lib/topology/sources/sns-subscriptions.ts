import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import { textOfEntry } from '../values/tree';
import { known, type Text } from '../values/value';

/** The protocols whose endpoint is an ARN. */
const PROTOCOLS = ['lambda', 'sqs', 'firehose'];

/** The entry of a redrive policy, which is an object or a text with JSON. */
const DEAD_LETTER_TARGET = 'deadLetterTargetArn';

/** The subscriptions of topics, as separate resources or within the topic. */
export function snsSubscriptions(reader: Reader): Delivery[] {
  return [
    ...reader.all('AWS::SNS::Subscription').flatMap(declared =>
      subscription(reader, declared, declared.properties, declared.properties.required('TopicArn'), optionsOf(reader, declared))),
    // One within a topic has no filter and no dead-letter queue: CloudFormation refuses more than endpoint and protocol.
    ...reader.all('AWS::SNS::Topic').flatMap(topic => topic.properties.get('Subscription').items().flatMap(item =>
      subscription(reader, topic, item, { kind: 'reference', resource: topic.origin.key, attribute: 'Arn' }, { filtered: false }))),
  ];
}

type Options = Pick<Delivery, 'filtered' | 'deadLetterQueue' | 'deadLetterProperty'>;

function optionsOf(reader: Reader, declared: Declared): Options {
  const redrive = declared.properties.get('RedrivePolicy');
  const document = redrive.document();
  return {
    filtered: declared.properties.has('FilterPolicy'),
    deadLetterQueue: document?.kind === 'unknown' ? redrive.unknown : reader.target(textOfEntry(document, DEAD_LETTER_TARGET), declared),
    deadLetterProperty: `${redrive.path}.${DEAD_LETTER_TARGET}`,
  };
}

function subscription(reader: Reader, declared: Declared, properties: Property, topic: Text, options: Options): Delivery[] {
  const protocol = known(properties.text('Protocol'));
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
    return [];
  }
  const endpoint = properties.get('Endpoint');
  return [{
    kind: 'sns-subscription',
    origin: declared.origin,
    property: endpoint.path,
    from: reader.named(topic, declared),
    to: reader.named(endpoint.required(), declared),
    neverToFunction: protocol !== undefined && protocol !== 'lambda',
    filtered: options.filtered,
    deadLetterQueue: options.deadLetterQueue,
    deadLetterProperty: options.deadLetterProperty,
  }];
}
