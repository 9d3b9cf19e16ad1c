import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The functions and topics that CodeCommit repositories trigger. */
export function codeCommitTriggers(reader: Reader): Delivery[] {
  return reader.all('AWS::CodeCommit::Repository').flatMap(repository =>
    repository.properties.get('Triggers').items().map(trigger => ({
      kind: 'codecommit-trigger',
      origin: repository.origin,
      property: trigger.get('DestinationArn').path,
      from: reader.named({ kind: 'reference', resource: repository.origin.key, attribute: 'Arn' }, repository),
      to: reader.named(trigger.required('DestinationArn'), repository),
    })));
}
