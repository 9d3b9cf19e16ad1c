import { ServiceError } from '../state';

/** Refuses a value that the model allows and the operation cannot use. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message);
}

/** Refuses a request for something that does not exist. */
export function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', 404, message);
}

/** Refuses a request that the present state does not allow. */
export function conflict(message: string): ServiceError {
  return new ServiceError('ResourceConflictException', 409, message);
}
