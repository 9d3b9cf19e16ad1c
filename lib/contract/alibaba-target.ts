/** The function of Function Compute, with its qualifier, that a custom resource is about, and how to reach it. */
export interface AlibabaTarget {
  /** The ID of the Alibaba Cloud account. */
  readonly Account: string;

  /** Of Alibaba Cloud, e.g. `cn-hangzhou`. */
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

/** What the secret holds. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;

  /** Of a key that expires. */
  readonly securityToken?: string;
}

/** A role of Resource Access Management that trusts tokens of this AWS account, so that there is no key to keep. */
export interface AlibabaRole {
  readonly RoleArn: string;

  /** What Resource Access Management knows AWS by. */
  readonly OidcProviderArn: string;

  /** For whom the token of AWS is: one of the client IDs of the OIDC provider. */
  readonly Audience: string;

  /** A host or URL; absent for the central endpoint of STS. */
  readonly StsEndpoint?: string;
}
