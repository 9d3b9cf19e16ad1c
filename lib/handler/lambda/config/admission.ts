import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Settings } from './settings';
import { brokenRule, knownByArn, type ConfigSide } from '../../../constraints/aws-lambda/destination-admission';
import { parseDestinationArn } from '../../../constraints/aws-lambda/destination-arn';
import { parseFunctionReference } from '../../../constraints/aws-lambda/function-reference';
import { broken } from '../../../constraints/rule';
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

function admit(side: ConfigSide, arn: string, { FunctionArn, DurableConfig }: FunctionConfiguration): void {
  if (arn === '') {
    return;
  }
  const source = parseFunctionReference(FunctionArn!);
  const { partition = 'aws', region } = source;
  const rule = brokenRule(knownByArn(parseDestinationArn(arn), source), side, { partition, region, durable: DurableConfig !== undefined });
  if (rule) {
    throw new Error(broken(rule, side, quoted(arn)));
  }
}
