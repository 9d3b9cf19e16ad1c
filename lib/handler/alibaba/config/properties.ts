import { settingsOf, type Settings } from './settings';
import { putAsyncInvokeConfigBody } from '../../../constraints/alibaba-fc/put-async-invoke-config';
import type { ChoiceConstraint } from '../../../constraints/constraint';
import { violation } from '../../../constraints/violation';
import type { AlibabaAsyncInvokeConfigProperties } from '../../../contract/alibaba-async-invoke-config';
import type { AlibabaTarget } from '../../../contract/alibaba-target';
import { ON_DELETE_CHOICES } from '../../../contract/async-invoke-config';
import { alibabaTarget } from '../target';

/** The properties of a config, read and checked. */
export interface WantedConfig {
  readonly target: AlibabaTarget;
  readonly settings: Settings;
  readonly onDelete: AlibabaAsyncInvokeConfigProperties['OnDelete'];
}

const SOURCE = 'AlibabaAsyncInvokeConfigProperties';
const ASYNC_TASK: ChoiceConstraint = { kind: 'choice', property: 'asyncTask', parameter: 'AsyncTask', values: ['true', 'false'], source: SOURCE };
const ON_DELETE: ChoiceConstraint = { kind: 'choice', property: 'onDelete', parameter: 'OnDelete', values: ON_DELETE_CHOICES, source: SOURCE };

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Reads the properties, and checks the policy in them as the constructs do: some of it may be known only now.
 *
 * @throws Error naming every property that is malformed
 */
export function wantedConfig(properties: object): WantedConfig {
  const { MaximumEventAgeInSeconds, MaximumRetryAttempts, AsyncTask, OnSuccess, OnFailure, OnDelete } = properties as Readonly<Record<string, any>>;
  const malformed = [AsyncTask === undefined ? undefined : violation(ASYNC_TASK, AsyncTask), violation(ON_DELETE, OnDelete)]
    .filter(message => message !== undefined);
  if (malformed.length > 0) {
    throw new Error(malformed.join('\n'));
  }
  const target = alibabaTarget(properties);
  const body = putAsyncInvokeConfigBody({
    functionName: target.FunctionName,
    qualifier: target.Qualifier,
    region: target.Region,
    account: target.Account,
    maxEventAge: numeric(MaximumEventAgeInSeconds),
    retryAttempts: numeric(MaximumRetryAttempts),
    asyncTask: AsyncTask === undefined ? undefined : AsyncTask === 'true',
    onSuccess: OnSuccess,
    onFailure: OnFailure,
  });
  return { target, settings: settingsOf(body), onDelete: OnDelete };
}

/** CloudFormation makes texts of numbers. What is no number stays what it is, and is refused as that. */
function numeric(value: any): any {
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
}
