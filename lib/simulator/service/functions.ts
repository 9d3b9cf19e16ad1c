import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { NotKnownError, type Service, type SimulatedFunction } from '../state';
import { checkModel } from './model-validation';
import { conflict, invalidParameter } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { effective, existing, functionNotFound, namedArn, requestTarget, targetMembers, type RequestTarget } from './target';

/** The configuration of a function, as far as its template tells it. */
export function getFunction(service: Service, request: ServiceRequest): Answer {
  const { fn, target } = found(service, request);
  return answered(200, {
    Configuration: configurationOf(fn, target),
    Concurrency: fn.reservedConcurrency === undefined ? undefined : { ReservedConcurrentExecutions: fn.reservedConcurrency },
  });
}

export function getFunctionConfiguration(service: Service, request: ServiceRequest): Answer {
  const { fn, target } = found(service, request);
  return answered(200, configurationOf(fn, target));
}

/** Deletes the whole function, or one version. */
export function deleteFunction(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request));
  const target = requestTarget(service, request);
  const { function: fn, qualifier } = target;
  if (qualifier === LATEST) {
    throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
  }
  if (qualifier !== undefined && !fn?.versions.has(qualifier)) {
    throw new NotKnownError('what DeleteFunction answers for a version that does not exist', 'Name one of the app.');
  }
  if (!fn) {
    throw functionNotFound(namedArn(target));
  }
  if (qualifier === undefined) {
    fn.deleted = true;
  } else {
    deleteVersion(fn, qualifier);
  }
  return { status: 204 };
}

/** The configuration of a function as Lambda answers it for a qualifier. */
export function configurationOf(fn: SimulatedFunction, target: RequestTarget): object {
  const { settings, deadLetterQueue, state } = fn;
  const qualifier = effective(target);
  return {
    FunctionName: settings.name,
    FunctionArn: target.qualifier === undefined ? fn.arn : `${fn.arn}:${qualifier}`,
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    Timeout: settings.timeout,
    MemorySize: settings.memorySize,
    Version: fn.aliases.get(qualifier)?.version ?? qualifier,
    DeadLetterConfig: deadLetterQueue === undefined ? undefined : { TargetArn: deadLetterQueue },
    State: state,
    LastUpdateStatus: 'Successful',
  };
}

function deleteVersion(fn: SimulatedFunction, version: string): void {
  const pointing = [...fn.aliases].filter(([, alias]) => alias.version === version || alias.additional?.version === version);
  if (pointing.length > 0) {
    const names = pointing.map(([name]) => name).join(', ');
    throw conflict(`Unable to delete version because the following aliases reference it: [${names}]`);
  }
  fn.versions.delete(version);
}

function found(service: Service, request: ServiceRequest): { fn: SimulatedFunction; target: RequestTarget } {
  checkModel(targetMembers(request));
  const target = requestTarget(service, request);
  const fn = existing(target);
  if (!fn) {
    throw functionNotFound(namedArn(target));
  }
  return { fn, target };
}
