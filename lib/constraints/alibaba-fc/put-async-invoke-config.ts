import { ASYNC_TASK_DEFAULT, limitViolation, MAX_EVENT_AGE, RETRY_ATTEMPTS } from './async-invoke-config';
import { SELF_DESTINATION, UNSUPPORTED_DESTINATION } from './destination';
import { isSelf, type Unknown } from './destination-admission';
import { destinationHint, parseDestinationArn } from './destination-arn';
import { FUNCTION_NAME, LATEST, QUALIFIER } from './identifiers';
import { broken } from '../rule';
import { quoted, violation } from '../violation';

/** The asynchronous invocation settings of a function and qualifier, as users write them. */
export interface AsyncInvokePolicy {
  readonly functionName: string;

  /** Absent for `LATEST`. */
  readonly qualifier?: string;

  /** The place of the function, if it is known. Destinations are compared with it. */
  readonly region?: string;
  readonly account?: string;

  /** In seconds. */
  readonly maxEventAge?: number;
  readonly retryAttempts?: number;
  readonly asyncTask?: boolean;

  /** ARNs. */
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

/** The body of PutAsyncInvokeConfig. */
export interface PutAsyncInvokeConfigBody {
  readonly asyncTask: boolean;
  readonly maxAsyncEventAgeInSeconds: number;
  readonly maxAsyncRetryAttempts: number;
  readonly destinationConfig?: {
    readonly onSuccess?: { readonly destination: string };
    readonly onFailure?: { readonly destination: string };
  };
}

/** Thrown for a policy with violations. */
export class AsyncInvokePolicyError extends Error {
  constructor(readonly violations: readonly string[]) {
    super(violations.join('\n'));
    this.name = 'AsyncInvokePolicyError';
  }
}

/** The destinations of a policy. */
export const SIDES = ['onSuccess', 'onFailure'] as const;
const NOTHING_UNKNOWN: Unknown = () => false;

/**
 * The body of PutAsyncInvokeConfig for a policy.
 *
 * It has every setting, because the service keeps settings that a request omits. It has only
 * the destinations that are set, because the service refuses empty ones.
 *
 * @param isUnknown tells which values are passed on without a comparison
 * @throws AsyncInvokePolicyError if Function Compute refuses the policy, or if it is a loop
 */
export function putAsyncInvokeConfigBody(policy: AsyncInvokePolicy, isUnknown = NOTHING_UNKNOWN): PutAsyncInvokeConfigBody {
  const violations = policyViolations(policy, isUnknown);
  if (violations.length > 0) {
    throw new AsyncInvokePolicyError(violations);
  }
  const destinations = SIDES.flatMap(side => policy[side] === undefined ? [] : [[side, { destination: policy[side] }]]);
  return {
    asyncTask: policy.asyncTask ?? ASYNC_TASK_DEFAULT,
    maxAsyncEventAgeInSeconds: policy.maxEventAge ?? MAX_EVENT_AGE.default!,
    maxAsyncRetryAttempts: policy.retryAttempts ?? RETRY_ATTEMPTS.default!,
    ...destinations.length > 0 ? { destinationConfig: Object.fromEntries(destinations) } : {},
  };
}

/** The violations for which Function Compute refuses a policy, and loops. */
export function policyViolations(policy: AsyncInvokePolicy, isUnknown = NOTHING_UNKNOWN): string[] {
  return [...settingViolations(policy, isUnknown), ...destinationViolations(policy, isUnknown)];
}

function settingViolations(policy: AsyncInvokePolicy, isUnknown: Unknown): string[] {
  const checked: [unknown, (value: unknown) => string | undefined][] = [
    [policy.functionName, value => violation(FUNCTION_NAME, value)],
    [policy.qualifier ?? LATEST, value => violation(QUALIFIER, value)],
    [policy.maxEventAge ?? MAX_EVENT_AGE.default, value => limitViolation(MAX_EVENT_AGE, value)],
    [policy.retryAttempts ?? RETRY_ATTEMPTS.default, value => limitViolation(RETRY_ATTEMPTS, value)],
  ];
  return checked.flatMap(([value, check]) => isUnknown(value) ? [] : check(value) ?? []);
}

function destinationViolations(policy: AsyncInvokePolicy, isUnknown: Unknown): string[] {
  return SIDES.flatMap(side => {
    const arn = policy[side];
    if (arn === undefined || isUnknown(arn)) {
      return [];
    }
    const destination = parseDestinationArn(arn);
    if (!destination) {
      return `${broken(UNSUPPORTED_DESTINATION, side, quoted(arn))}${destinationHint(arn)}`;
    }
    return isSelf(destination, policy, isUnknown) ? broken(SELF_DESTINATION, side, quoted(arn)) : [];
  });
}
