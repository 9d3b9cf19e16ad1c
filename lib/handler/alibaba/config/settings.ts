import { ASYNC_TASK_DEFAULT, MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../constraints/alibaba-fc/async-invoke-config';
import type { PutAsyncInvokeConfigBody } from '../../../constraints/alibaba-fc/put-async-invoke-config';

/** Config with every setting. */
export interface Settings {
  readonly MaximumEventAgeInSeconds: number;
  readonly MaximumRetryAttempts: number;
  readonly AsyncTask: boolean;

  /** Empty for none. */
  readonly OnSuccess: string;
  readonly OnFailure: string;
}

/** The settings in what Function Compute tells; it does what is documented where it tells nothing. */
export function settingsOf(config: Partial<PutAsyncInvokeConfigBody>): Settings {
  const { maxAsyncEventAgeInSeconds, maxAsyncRetryAttempts, asyncTask, destinationConfig } = config;
  return {
    MaximumEventAgeInSeconds: maxAsyncEventAgeInSeconds ?? MAX_EVENT_AGE.default!,
    MaximumRetryAttempts: maxAsyncRetryAttempts ?? RETRY_ATTEMPTS.default!,
    AsyncTask: asyncTask ?? ASYNC_TASK_DEFAULT,
    OnSuccess: destinationConfig?.onSuccess?.destination ?? '',
    OnFailure: destinationConfig?.onFailure?.destination ?? '',
  };
}

/** The same as it is put. Whether it is a policy that Function Compute takes, was seen when it came in. */
export function bodyOf({ MaximumEventAgeInSeconds, MaximumRetryAttempts, AsyncTask, OnSuccess, OnFailure }: Settings): PutAsyncInvokeConfigBody {
  const destinations = {
    ...OnSuccess !== '' && { onSuccess: { destination: OnSuccess } },
    ...OnFailure !== '' && { onFailure: { destination: OnFailure } },
  };
  return {
    asyncTask: AsyncTask,
    maxAsyncEventAgeInSeconds: MaximumEventAgeInSeconds,
    maxAsyncRetryAttempts: MaximumRetryAttempts,
    ...Object.keys(destinations).length > 0 && { destinationConfig: destinations },
  };
}

/** The settings in which two configs differ. */
export function differences(one: Settings, other: Settings): string[] {
  return (Object.keys(one) as (keyof Settings)[]).filter(name => one[name] !== other[name]);
}

/** Whether a config has a destination that another has not. A put alone would leave it there. */
export function dropsDestination(before: Settings, after: Settings): boolean {
  return (['OnSuccess', 'OnFailure'] as const).some(side => before[side] !== '' && after[side] === '');
}

/** Whether a config is what a put leaves that has not removed the destinations which it does not mention. */
export function isHalfPut(live: Settings, put: Settings, over: Settings): boolean {
  const merged = { ...put, OnSuccess: put.OnSuccess || over.OnSuccess, OnFailure: put.OnFailure || over.OnFailure };
  return differences(live, put).length > 0 && differences(live, merged).length === 0;
}
