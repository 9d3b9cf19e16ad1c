import type { AlibabaTarget } from './alibaba-target';
import type { AsyncInvokeConfigProperties } from './async-invoke-config';
import type { Flag } from './custom-resource';

/** The properties of `Custom::AlibabaAsyncInvokeConfig`. A setting that is absent gets the default of Function Compute. */
export interface AlibabaAsyncInvokeConfigProperties extends AlibabaTarget {
  /** In seconds. */
  readonly MaximumEventAgeInSeconds?: string;
  readonly MaximumRetryAttempts?: string;
  readonly AsyncTask?: Flag;

  /** An ARN. */
  readonly OnSuccess?: string;
  readonly OnFailure?: string;

  /** What becomes of the config when the resource goes. */
  readonly OnDelete: AsyncInvokeConfigProperties['OnDelete'];
}
