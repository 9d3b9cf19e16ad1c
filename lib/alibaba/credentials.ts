import { Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';
import { ENDPOINT } from '../constraints/alibaba-fc/endpoint';
import { OIDC_PROVIDER, ROLE } from '../constraints/alibaba-sts/assume-role-with-oidc';
import { AUDIENCE, SIGNING_ALGORITHMS, TOKEN_DURATION } from '../constraints/aws-iam/web-identity-token';
import type { AlibabaTarget } from '../contract/alibaba-target';
import { knownViolation } from '../provider/known-violation';

/** A role of Resource Access Management (RAM), and the OIDC provider that represents AWS there. */
export interface RoleCredentialsProps {
  /** The ARN of the role, e.g. `acs:ram::1234567890123456:role/deployer`. */
  readonly role: string;

  /** The ARN of the OIDC provider that trusts the token issuer of the AWS account, e.g. `acs:ram::1234567890123456:oidc-provider/aws`. */
  readonly oidcProvider: string;

  /**
   * The audience of the token: one of the client IDs of the OIDC provider, 1 to 1,000 characters.
   *
   * @default 'sts.aliyuncs.com'
   */
  readonly audience?: string;

  /**
   * The endpoint of Alibaba Cloud's Security Token Service: a host, e.g. `sts.cn-hangzhou.aliyuncs.com`.
   *
   * @default - the central endpoint, `sts.aliyuncs.com`
   */
  readonly endpoint?: string;
}

const DEFAULT_AUDIENCE = 'sts.aliyuncs.com';

const NO_RESOURCE = 'A token is not a resource. The conditions restrict its audience, its lifetime and its algorithm.';

/** Credentials for calls to Alibaba Cloud during a deployment. Templates and logs never contain them. */
export class Credentials {
  /**
   * An AccessKey in a secret of AWS Secrets Manager: JSON with `accessKeyId` and `accessKeySecret`, and `securityToken` for temporary keys.
   *
   * The handler gets permission to read this secret and, if the secret has a customer managed key, to decrypt with it.
   */
  static fromSecret(secret: secretsmanager.ISecret): Credentials {
    return new Credentials({ SecretArn: secret.secretArn }, { secret: secret.secretArn }, () => secretStatements(secret));
  }

  /**
   * A role of RAM. The handler exchanges a token of AWS for its credentials, so you keep no key.
   *
   * Enable outbound identity federation in the AWS account, and register its issuer in RAM as an OIDC provider.
   * In the trust policy of the role, name the issuer, the audience and, as `oidc:sub`, the handler's role.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
   * @see https://www.alibabacloud.com/help/en/ram/overview-of-oidc-based-sso
   * @throws Error if an ARN, the audience or the endpoint is malformed
   */
  static fromRole(props: RoleCredentialsProps): Credentials {
    const { role, oidcProvider, audience = DEFAULT_AUDIENCE, endpoint } = props;
    const checked = [[ROLE, role], [OIDC_PROVIDER, oidcProvider], [AUDIENCE, audience], [ENDPOINT, endpoint]] as const;
    const malformed = checked.flatMap(([constraint, value]) => knownViolation(constraint, value) ?? []);
    if (malformed.length > 0) {
      throw new Error(malformed.join('\n'));
    }
    return new Credentials(
      { RoleArn: role, OidcProviderArn: oidcProvider, Audience: audience, StsEndpoint: endpoint },
      { ...props },
      scope => tokenStatements(scope, audience),
    );
  }

  private constructor(
    private readonly property: AlibabaTarget['Credentials'],
    private readonly written: object,
    private readonly statements: (scope: IConstruct) => iam.PolicyStatement[],
  ) {}

  /** @internal */
  _property(): AlibabaTarget['Credentials'] {
    return this.property;
  }

  /**
   * The same values as the user wrote them.
   *
   * @internal
   */
  _written(): object {
    return this.written;
  }

  /**
   * The permissions that the handler needs to get the credentials.
   *
   * @internal
   */
  _statements(scope: IConstruct): iam.PolicyStatement[] {
    return this.statements(scope);
  }
}

/** Secrets Manager appends six characters to the name; an ARN without them gets a wildcard for each. */
function secretStatements({ secretArn, secretFullArn, encryptionKey, env }: secretsmanager.ISecret): iam.PolicyStatement[] {
  const read = new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretFullArn ?? `${secretArn}-??????`] });
  return encryptionKey ? [read, new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [encryptionKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${env.region}.amazonaws.com` } },
  })] : [read];
}

function tokenStatements(scope: IConstruct, audience: string): iam.PolicyStatement[] {
  Validations.of(scope).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: NO_RESOURCE });
  return [new iam.PolicyStatement({
    actions: ['sts:GetWebIdentityToken'],
    resources: ['*'],
    conditions: {
      'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': [audience] },
      'NumericLessThanEquals': { 'sts:DurationSeconds': TOKEN_DURATION.default },
      'StringEquals': { 'sts:SigningAlgorithm': SIGNING_ALGORITHMS[0] },
    },
  })];
}
