import { ServiceError } from '../state';

/** Refuses a value that the model allows and the operation cannot use. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message);
}

/** Refuses to look for what is not there. */
export function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, message);
}

/** Refuses what the state of things does not allow. */
export function conflict(message: string): ServiceError {
  return new ServiceError('ResourceConflictException', 409, message);
}
