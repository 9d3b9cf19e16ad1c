import { DEAD_LETTER_TARGET_ARN } from '../../constraints/aws-lambda/dead-letter-queue';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { parseDestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { MEMORY_SIZE, TIMEOUT } from '../../constraints/aws-lambda/function';
import { DEAD_LETTERS_TO_OTHER_REGION, DEAD_LETTERS_TO_OTHER_SERVICE, FIFO_DEAD_LETTERS } from '../../constraints/aws-lambda/recordings';
import { NotKnownError, type Service, type SimulatedFunction } from '../state';
import { documentOf, integer, object, text } from './document';
import { configurationOf } from './functions';
import { checkModel } from './model-validation';
import { invalidParameter } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { functionNotFound, namedArn, requestTarget, targetMembers } from './target';

/** What decides about the events of a function. */
const MEMBERS = ['DeadLetterConfig', 'Timeout', 'MemorySize'];

/** Changes the settings in the request. Events that are waiting run with the new ones. */
export function updateFunctionConfiguration(service: Service, request: ServiceRequest): Answer {
  const document = documentOf(request.body);
  const other = Object.keys(document).find(name => !MEMBERS.includes(name));
  if (other !== undefined) {
    throw new NotKnownError(`what \`${other}\` changes about a simulated function`, `Send only ${MEMBERS.map(name => `\`${name}\``).join(', ')}.`);
  }
  const timeout = integer(document.Timeout, '`Timeout`');
  const memorySize = integer(document.MemorySize, '`MemorySize`');
  const arn = text(object(document.DeadLetterConfig, '`DeadLetterConfig`')?.TargetArn, '`TargetArn`');
  checkModel([
    ...targetMembers(request),
    { name: 'timeout', constraint: TIMEOUT, value: timeout },
    { name: 'memorySize', constraint: MEMORY_SIZE, value: memorySize },
    { name: 'deadLetterConfig.targetArn', constraint: DEAD_LETTER_TARGET_ARN, value: arn },
  ]);
  const target = requestTarget(service, request);
  const { function: fn, qualifier } = target;
  if (qualifier !== undefined) {
    throw new NotKnownError('what Lambda answers to this operation for a version or alias', 'Name the function alone.');
  }
  if (!fn) {
    throw functionNotFound(namedArn(target));
  }
  if (arn) {
    admitDeadLetterQueue(service, fn, arn);
  }
  fn.settings = { ...fn.settings, timeout: timeout ?? fn.settings.timeout, memorySize: memorySize ?? fn.settings.memorySize };
  // An empty object keeps the queue, and an empty text removes it, as recorded.
  fn.deadLetterQueue = arn === undefined ? fn.deadLetterQueue : arn || undefined;
  return answered(200, configurationOf(fn, target));
}

/** @throws ServiceError for a target that Lambda was recorded to refuse */
function admitDeadLetterQueue(service: Service, fn: SimulatedFunction, arn: string): void {
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
