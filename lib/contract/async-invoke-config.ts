import type { Flag } from './custom-resource';
import type { LambdaTarget } from './lambda-target';

/** Properties of `Custom::LambdaAsyncInvokeConfig`. */
export interface AsyncInvokeConfigProperties extends LambdaTarget {
  /** In seconds. An absent setting gets Lambda's default, or keeps its value when merging. */
  readonly MaximumEventAgeInSeconds?: string;
  readonly MaximumRetryAttempts?: string;

  /** An ARN; the empty text for none, also when merging. */
  readonly OnSuccess?: string;
  readonly OnFailure?: string;

  /** Whether settings that are absent here stay as they are. */
  readonly Merge: Flag;

  /** Config to leave behind when the resource is deleted. */
  readonly OnDelete: (typeof ON_DELETE_CHOICES)[number];
}

/** RESTORE puts back the found config, DELETE deletes the config, RETAIN leaves it in place. */
export const ON_DELETE_CHOICES = ['RESTORE', 'DELETE', 'RETAIN'] as const;

/** Properties of `Custom::LambdaAsyncInvokeConfigLookup`. */
export interface AsyncInvokeConfigLookupProperties extends LambdaTarget {
  /** Another value makes the deployment read again. */
  readonly Refresh?: string;
}

/** Attributes of a config for `Fn::GetAtt`: of a config that a resource puts, and of one that it looks up. */
export const CONFIG_ATTRIBUTE = {
  /** Whether there is a config: `true` or `false`. Without one, the other attributes are Lambda's defaults. */
  isConfigured: 'IsConfigured',
  functionArn: 'FunctionArn',
  maximumEventAgeInSeconds: 'MaximumEventAgeInSeconds',
  maximumRetryAttempts: 'MaximumRetryAttempts',
  onSuccess: 'OnSuccess',
  onFailure: 'OnFailure',

  /** ISO 8601; empty without a config. */
  lastModified: 'LastModified',
} as const;
