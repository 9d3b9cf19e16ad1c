/** Function and qualifier of Function Compute that a custom resource configures, and how to reach it. */
export interface AlibabaTarget {
  /** ID of the Alibaba Cloud account. */
  readonly Account: string;

  /** Region of Alibaba Cloud, e.g. `cn-hangzhou`. */
  readonly Region: string;
  readonly FunctionName: string;

  /** Absent for `LATEST`. */
  readonly Qualifier?: string;

  /** A host or URL; absent for the public endpoint of the account in the Region. */
  readonly Endpoint?: string;
  readonly Credentials: AlibabaSecret | AlibabaRole;
}

/** An AccessKey in a secret of AWS Secrets Manager. */
export interface AlibabaSecret {
  /** A secret whose value is an `AccessKey` as JSON. */
  readonly SecretArn: string;
}

/** Value of the secret. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;

  /** Token that belongs to a temporary key. */
  readonly securityToken?: string;
}

/** RAM role that trusts tokens of this AWS account, so you store no key. */
export interface AlibabaRole {
  readonly RoleArn: string;

  /** ARN of the OIDC provider that represents AWS in RAM. */
  readonly OidcProviderArn: string;

  /** Audience of the AWS token: one of the client IDs of the OIDC provider. */
  readonly Audience: string;

  /** A host or URL; absent for the central endpoint of STS. */
  readonly StsEndpoint?: string;
}
