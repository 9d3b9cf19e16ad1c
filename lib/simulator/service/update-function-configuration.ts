import { DEAD_LETTER_TARGET_ARN } from '../../constraints/aws-lambda/dead-letter-queue';
import { MEMORY_SIZE, TIMEOUT } from '../../constraints/aws-lambda/function';
import { NotKnownError, type Service } from '../state';
import { admitDeadLetterQueue } from './dead-letter-admission';
import { documentOf, integer, object, text } from './document';
import { configurationOf } from './functions';
import { checkModel } from './model-validation';
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
