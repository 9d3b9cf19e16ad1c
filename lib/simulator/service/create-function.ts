import { DEAD_LETTER_TARGET_ARN } from '../../constraints/aws-lambda/dead-letter-queue';
import { MEMORY_SIZE, TIMEOUT } from '../../constraints/aws-lambda/function';
import { CONTROL_PLANE_FUNCTION_REFERENCE } from '../../constraints/aws-lambda/identifiers';
import { NotKnownError, SimulatedFunction, type Service } from '../state';
import { admitDeadLetterQueue } from './dead-letter-admission';
import { documentOf, integer, object, text } from './document';
import { configurationOf } from './functions';
import { checkModel } from './model-validation';
import { conflict } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { requestTarget } from './target';

/** The members without which Lambda makes no function from a zip file. */
const REQUIRED = ['FunctionName', 'Role', 'Code', 'Runtime', 'Handler'];

/** Members that only the code of a function notices, and the simulator does not run it. */
const FOR_CODE = ['Architectures', 'Description', 'Environment', 'EphemeralStorage', 'Layers', 'LoggingConfig', 'Tags', 'TracingConfig'];

const MEMBERS = [...REQUIRED, ...FOR_CODE, 'DeadLetterConfig', 'MemorySize', 'PackageType', 'Publish', 'Timeout'];

/** The number of fields in the ARN of a function without a qualifier. */
const FIELDS = 7;

/** Makes a function. What it does, a test says with `respond`; its own code does not run. */
export function createFunction(service: Service, request: ServiceRequest): Answer {
  const document = documentOf(request.body);
  checkMembers(document);
  const { functionName, role, runtime, handler } = {
    functionName: text(document.FunctionName, '`FunctionName`')!,
    role: text(document.Role, '`Role`'),
    runtime: text(document.Runtime, '`Runtime`'),
    handler: text(document.Handler, '`Handler`'),
  };
  const timeout = integer(document.Timeout, '`Timeout`');
  const memorySize = integer(document.MemorySize, '`MemorySize`');
  const deadLetterQueue = text(object(document.DeadLetterConfig, '`DeadLetterConfig`')?.TargetArn, '`TargetArn`');
  checkModel([
    { name: 'functionName', constraint: CONTROL_PLANE_FUNCTION_REFERENCE, value: functionName },
    { name: 'timeout', constraint: TIMEOUT, value: timeout },
    { name: 'memorySize', constraint: MEMORY_SIZE, value: memorySize },
    { name: 'deadLetterConfig.targetArn', constraint: DEAD_LETTER_TARGET_ARN, value: deadLetterQueue },
  ]);
  const target = requestTarget(service, { ...request, functionName });
  if (target.qualifier !== undefined) {
    throw new NotKnownError('what Lambda answers to CreateFunction with a qualifier', 'Name the function alone.');
  }
  const [, partition, , region, account, , name] = target.arn.split(':', FIELDS);
  if (target.function) {
    throw conflict(`Function already exist: ${name}`);
  }
  const fn = new SimulatedFunction({
    key: `created ${service.newRequestId()}`,
    logicalId: name,
    name,
    partition,
    region,
    account,
    role,
    runtime,
    handler,
    timeout: timeout ?? TIMEOUT.default!,
    memorySize: memorySize ?? MEMORY_SIZE.default!,
    deadLetterQueue: deadLetterQueue || undefined,
    recursiveLoop: 'Terminate',
    durable: false,
    tenantIsolated: false,
  });
  if (fn.deadLetterQueue) {
    admitDeadLetterQueue(service, fn, fn.deadLetterQueue);
  }
  service.functions.add(fn);
  if (document.Publish === true) {
    fn.versions.add('1');
  }
  return created(fn, document.Publish === true ? '1' : undefined);
}

/** The function is `Pending` in this answer only: the simulator does not know how long Lambda takes. */
function created(fn: SimulatedFunction, version: string | undefined): Answer {
  return answered(201, {
    ...configurationOf(fn, { arn: fn.arn, qualifier: version, function: fn }),
    State: 'Pending',
    StateReason: 'The function is being created.',
    StateReasonCode: 'Creating',
  });
}

function checkMembers(document: Readonly<Record<string, unknown>>): void {
  const missing = REQUIRED.find(name => document[name] === undefined || document[name] === null);
  if (missing !== undefined) {
    throw new NotKnownError(`how Lambda refuses a function without \`${missing}\``, 'Send it.');
  }
  const other = Object.keys(document).find(name => !MEMBERS.includes(name));
  if (other !== undefined) {
    throw new NotKnownError(`what \`${other}\` changes about a simulated function`, `Send only ${MEMBERS.map(name => `\`${name}\``).join(', ')}.`);
  }
  if (![undefined, null, 'Zip'].includes(document.PackageType as string | undefined | null)) {
    throw new NotKnownError('how a function runs from a container image', 'Send a zip file.');
  }
}
