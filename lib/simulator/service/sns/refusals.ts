import { ServiceError } from '../../state';

/** Refuses a parameter in the words that all of them have. */
export function invalidParameter(what: string): ServiceError {
  return new ServiceError('InvalidParameter', 400, `Invalid parameter: ${what}`);
}

/** Refuses a message attribute. */
export function invalidAttribute(message: string): ServiceError {
  return new ServiceError('ParameterValueInvalid', 400, message);
}
