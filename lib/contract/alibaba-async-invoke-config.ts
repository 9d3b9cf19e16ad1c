import type { AlibabaTarget } from './alibaba-target';
import type { AsyncInvokeConfigProperties } from './async-invoke-config';
import type { Flag } from './custom-resource';

/** Properties of `Custom::AlibabaAsyncInvokeConfig`. An absent setting gets the default of Function Compute. */
export interface AlibabaAsyncInvokeConfigProperties extends AlibabaTarget {
  /** In seconds. */
  readonly MaximumEventAgeInSeconds?: string;
  readonly MaximumRetryAttempts?: string;
  readonly AsyncTask?: Flag;

  /** An ARN. */
  readonly OnSuccess?: string;
  readonly OnFailure?: string;

  /** Config to leave behind when the resource is deleted. */
  readonly OnDelete: AsyncInvokeConfigProperties['OnDelete'];
}
