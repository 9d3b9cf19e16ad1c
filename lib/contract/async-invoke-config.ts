import type { Flag } from './custom-resource';
import type { LambdaTarget } from './lambda-target';

/** The properties of `Custom::LambdaAsyncInvokeConfig`. */
export interface AsyncInvokeConfigProperties extends LambdaTarget {
  /** In seconds. A setting that is absent gets Lambda's default, or keeps its value when merging. */
  readonly MaximumEventAgeInSeconds?: string;
  readonly MaximumRetryAttempts?: string;

  /** An ARN; the empty text for none, also when merging. */
  readonly OnSuccess?: string;
  readonly OnFailure?: string;

  /** Whether settings that are absent here stay as they are. */
  readonly Merge: Flag;

  /** What becomes of the config when the resource goes. */
  readonly OnDelete: (typeof ON_DELETE_CHOICES)[number];
}

/** To put back what was found, to delete the config whatever was found, or to let it stay. */
export const ON_DELETE_CHOICES = ['RESTORE', 'DELETE', 'RETAIN'] as const;

/** The properties of `Custom::LambdaAsyncInvokeConfigLookup`. */
export interface AsyncInvokeConfigLookupProperties extends LambdaTarget {
  /** Changes with every deployment that is to read again. */
  readonly Refresh?: string;
}

/** What `Fn::GetAtt` can read of a config, of ours and of one that was looked up. */
export const CONFIG_ATTRIBUTE = {
  /** Whether there is a config: `true` or `false`. Without one, the others tell Lambda's defaults. */
  isConfigured: 'IsConfigured',
  functionArn: 'FunctionArn',
  maximumEventAgeInSeconds: 'MaximumEventAgeInSeconds',
  maximumRetryAttempts: 'MaximumRetryAttempts',
  onSuccess: 'OnSuccess',
  onFailure: 'OnFailure',

  /** ISO 8601; empty without a config. */
  lastModified: 'LastModified',
} as const;
