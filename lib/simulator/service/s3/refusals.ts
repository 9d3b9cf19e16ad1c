import { ServiceError } from '../../state';

/** An error of Amazon S3. */
export class S3Error extends ServiceError {
  constructor(
    status: number,
    code: string,
    message: string,

    /** More elements of its document, e.g. `BucketName`. */
    readonly details: Readonly<Record<string, string>> = {},

    /** Headers besides those of all answers. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, status, message);
  }
}

export function refused(status: number, code: string, message: string, details?: Readonly<Record<string, string>>): S3Error {
  return new S3Error(status, code, message, details);
}

export function noSuchKey(key: string): S3Error {
  return refused(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key });
}

/** Refuses a request because an object is not as the header wants it. */
export function preconditionFailed(header: string): S3Error {
  return refused(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', { Condition: header });
}

/** Refuses a header that S3 does not have here. */
export function headerNotImplemented(header: string, additionalMessage: string): S3Error {
  return refused(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented', { Header: header, additionalMessage });
}
