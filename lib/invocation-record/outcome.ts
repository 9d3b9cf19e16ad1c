import { isObject } from './json';
import { CONDITION, type InvocationRecord } from '../contract/invocation-record';

/** Whether the function succeeded, at any attempt. */
export function isSuccess(record: InvocationRecord): boolean {
  return record.requestContext.condition === CONDITION.success;
}

/** Whether Lambda gave the event up, for any reason. Unknown conditions count as failures. */
export function isFailure(record: InvocationRecord): boolean {
  return !isSuccess(record);
}

/** The reason why Lambda gave an event up. */
export interface InvocationError {
  /** The type of the function's error, or the condition of the record if there is no type. */
  readonly type: string;
  readonly message: string;

  /** One line for each frame, if the runtime reports them. */
  readonly stack?: readonly string[];
}

/** The error of the last attempt, or the reason why there was none; undefined for a success. */
export function errorOf(record: InvocationRecord): InvocationError | undefined {
  if (isSuccess(record)) {
    return undefined;
  }
  const { errorType, errorMessage, stackTrace, trace } = isObject(record.responsePayload) ? record.responsePayload : {};
  const frames = [stackTrace, trace].find(Array.isArray);
  return {
    type: typeof errorType === 'string' ? errorType : record.requestContext.condition,
    message: typeof errorMessage === 'string' ? errorMessage : withoutResponse(record),
    ...frames && { stack: frames.map(frameText).filter(line => line !== undefined) },
  };
}

function withoutResponse({ requestContext, responseContext }: InvocationRecord): string {
  const { condition, approximateInvokeCount: count } = requestContext;
  const status = responseContext?.statusCode === undefined ? '' : `, the last answer was ${responseContext.statusCode}`;
  return `${condition} after ${count} ${count === 1 ? 'attempt' : 'attempts'}${status}`;
}

/** A frame as a line. Most runtimes report lines, but that of Go reports objects. */
function frameText(frame: unknown): string | undefined {
  if (isObject(frame) && typeof frame.label === 'string') {
    return `${frame.label} (${String(frame.path)}:${String(frame.line)})`;
  }
  return typeof frame === 'string' ? frame : undefined;
}
