import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Settings } from './settings';
import * as rules from '../../../constraints/aws-lambda/destination';
import { parseDestinationArn, type DestinationArn } from '../../../constraints/aws-lambda/destination-arn';
import { parseFunctionReference, type FunctionReference } from '../../../constraints/aws-lambda/function-reference';
import { broken, type Rule } from '../../../constraints/rule';
import { quoted } from '../../../constraints/violation';

/**
 * Refuses destinations that Lambda would refuse, with the reason. Now every ARN is known.
 *
 * @throws Error with rule, reason and remedy
 */
export function admitDestinations({ OnSuccess = '', OnFailure = '' }: Settings, configuration: FunctionConfiguration): void {
  admit('onSuccess', OnSuccess, configuration);
  admit('onFailure', OnFailure, configuration);
}

function admit(property: 'onSuccess' | 'onFailure', arn: string, configuration: FunctionConfiguration): void {
  if (arn === '') {
    return;
  }
  const refuseIf = (condition: boolean, rule: Rule): void => {
    if (condition) {
      throw new Error(broken(rule, property, quoted(arn)));
    }
  };
  const source = parseFunctionReference(configuration.FunctionArn!);
  const destination = parseDestinationArn(arn);
  refuseIf(configuration.DurableConfig !== undefined, rules.DURABLE_FUNCTION_DESTINATION);
  refuseIf(destination?.kind === undefined, rules.UNSUPPORTED_DESTINATION);
  const { kind, fifo, partition, region } = destination!;
  refuseIf(fifo, kind === 'queue' ? rules.FIFO_QUEUE_DESTINATION : rules.FIFO_TOPIC_DESTINATION);
  refuseIf(kind === 'bucket' && property === 'onSuccess', rules.BUCKET_ON_SUCCESS);
  refuseIf(kind === 'function' && isSame(source, destination!), rules.SELF_DESTINATION);
  refuseIf(partition !== (source.partition ?? 'aws') || (region !== '' && region !== source.region), rules.DESTINATION_IN_OTHER_REGION);
}

/** Whatever the qualifier. */
function isSame({ region, account, name }: FunctionReference, destination: DestinationArn): boolean {
  return region === destination.region && account === destination.account && name === destination.resource.split(':')[1];
}
