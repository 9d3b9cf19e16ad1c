import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { parseDestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { DEAD_LETTERS_TO_OTHER_REGION, DEAD_LETTERS_TO_OTHER_SERVICE, FIFO_DEAD_LETTERS } from '../../constraints/aws-lambda/recordings';
import type { Service, SimulatedFunction } from '../state';
import { invalidParameter } from './refusals';

/**
 * Refuses a dead-letter queue that Lambda was recorded to refuse.
 *
 * @throws ServiceError InvalidParameterValueException
 */
export function admitDeadLetterQueue(service: Service, fn: SimulatedFunction, arn: string): void {
  const { kind, region, fifo } = parseDestinationArn(arn) ?? {};
  if (region !== fn.settings.region) {
    throw invalidParameter(DEAD_LETTERS_TO_OTHER_REGION.answer);
  }
  if (kind !== 'queue' && kind !== 'topic') {
    throw invalidParameter(DEAD_LETTERS_TO_OTHER_SERVICE.answer);
  }
  const name = kind === 'queue' ? 'SQS' : 'SNS';
  if (fifo) {
    throw invalidParameter(FIFO_DEAD_LETTERS.answer.replace('SQS queue', `${name} ${kind}`));
  }
  const missing = service.missingActions(fn, arn);
  const action = DELIVERY_ACTIONS[kind].find(each => missing.includes(each));
  if (action !== undefined) {
    throw invalidParameter(`The provided execution role does not have permissions to call ${action.split(':')[1]} on ${name}`);
  }
}
