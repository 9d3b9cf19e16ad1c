/** What CloudFormation sends for a custom resource. It turns every scalar of the properties into text. */
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

/** What CloudFormation waits for. */
export interface CustomResourceResponse {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly RequestId: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly NoEcho?: boolean;

  /** What `Fn::GetAtt` reads. */
  readonly Data?: Record<string, string>;
}

/** A boolean as it arrives. */
export type Flag = 'true' | 'false';

/** The types of our custom resources: by these the handler knows what to do. */
export const RESOURCE_TYPE = {
  invocation: 'Custom::LambdaDeployTimeInvocation',
  asyncInvokeConfig: 'Custom::LambdaAsyncInvokeConfig',
  asyncInvokeConfigLookup: 'Custom::LambdaAsyncInvokeConfigLookup',
  alibabaAsyncInvokeConfig: 'Custom::AlibabaAsyncInvokeConfig',
} as const;
