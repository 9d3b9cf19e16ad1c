/** Request of CloudFormation for a custom resource. CloudFormation turns every scalar in the properties into text. */
export interface CustomResourceRequest<Properties = Record<string, unknown>> {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly RequestId: string;
  readonly ResponseURL: string;
  readonly ResourceType: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;

  /** Absent on create. */
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Properties;

  /** Present on update. */
  readonly OldResourceProperties?: Properties;
}

/** Answer that CloudFormation waits for. */
export interface CustomResourceResponse {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly RequestId: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly NoEcho?: boolean;

  /** Values for `Fn::GetAtt`. */
  readonly Data?: Record<string, string>;
}

/** Boolean as CloudFormation sends it. */
export type Flag = 'true' | 'false';

/** Types of the custom resources. The handler chooses the work by them. */
export const RESOURCE_TYPE = {
  invocation: 'Custom::LambdaDeployTimeInvocation',
  asyncInvokeConfig: 'Custom::LambdaAsyncInvokeConfig',
  asyncInvokeConfigLookup: 'Custom::LambdaAsyncInvokeConfigLookup',
  alibabaAsyncInvokeConfig: 'Custom::AlibabaAsyncInvokeConfig',
} as const;
