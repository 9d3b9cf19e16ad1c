import { Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';
import { ENDPOINT } from '../constraints/alibaba-fc/endpoint';
import { OIDC_PROVIDER, ROLE } from '../constraints/alibaba-sts/assume-role-with-oidc';
import { AUDIENCE, SIGNING_ALGORITHMS, TOKEN_DURATION } from '../constraints/aws-iam/web-identity-token';
import type { AlibabaTarget } from '../contract/alibaba-target';
import { knownViolation } from '../provider/known-violation';

/** A role of Resource Access Management (RAM), and how AWS is known there. */
export interface RoleCredentialsProps {
  /** The ARN of the role, e.g. `acs:ram::1234567890123456:role/deployer`. */
  readonly role: string;

  /** The ARN of the OIDC provider that knows the issuer of the AWS account, e.g. `acs:ram::1234567890123456:oidc-provider/aws`. */
  readonly oidcProvider: string;

  /**
   * One of the client IDs of the OIDC provider, 1 to 1,000 characters.
   *
   * @default 'sts.aliyuncs.com'
   */
  readonly audience?: string;

  /**
   * Where Security Token Service of Alibaba Cloud is asked: a host, e.g. `sts.cn-hangzhou.aliyuncs.com`.
   *
   * @default - its central endpoint
   */
  readonly endpoint?: string;
}

const DEFAULT_AUDIENCE = 'sts.aliyuncs.com';

const NOTHING_TO_NAME = 'A token is no resource. The conditions name its audience, its lifetime and its algorithm.';

/** With what calls to Alibaba Cloud are made during a deployment. It never gets into a template or a log. */
export class Credentials {
  /**
   * An AccessKey in a secret of AWS Secrets Manager: JSON with `accessKeyId` and `accessKeySecret`, and `securityToken` if it expires.
   *
   * The handler may read that one secret, and decrypt with its key if it has one of its own.
   */
  public static fromSecret(secret: secretsmanager.ISecret): Credentials {
    return new Credentials({ SecretArn: secret.secretArn }, () => secretStatements(secret));
  }

  /**
   * A role of RAM, for which the handler exchanges a token of AWS: there is no key to keep.
   *
   * Outbound identity federation has to be enabled in the AWS account, and its issuer has to be known to RAM as an
   * OIDC provider. The trust policy of the role has to name the issuer, the audience and, as `oidc:sub`, the handler's role.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
   * @see https://www.alibabacloud.com/help/en/ram/overview-of-oidc-based-sso
   * @throws Error if an ARN, the audience or the endpoint is malformed
   */
  public static fromRole(props: RoleCredentialsProps): Credentials {
    const { role, oidcProvider, audience = DEFAULT_AUDIENCE, endpoint } = props;
    const checked = [[ROLE, role], [OIDC_PROVIDER, oidcProvider], [AUDIENCE, audience], [ENDPOINT, endpoint]] as const;
    const malformed = checked.flatMap(([constraint, value]) => knownViolation(constraint, value) ?? []);
    if (malformed.length > 0) {
      throw new Error(malformed.join('\n'));
    }
    return new Credentials(
      { RoleArn: role, OidcProviderArn: oidcProvider, Audience: audience, StsEndpoint: endpoint },
      scope => tokenStatements(scope, audience),
    );
  }

  private constructor(
    private readonly property: AlibabaTarget['Credentials'],
    private readonly statements: (scope: IConstruct) => iam.PolicyStatement[],
  ) {}

  /** @internal */
  public _property(): AlibabaTarget['Credentials'] {
    return this.property;
  }

  /**
   * What the handler needs to get at them.
   *
   * @internal
   */
  public _statements(scope: IConstruct): iam.PolicyStatement[] {
    return this.statements(scope);
  }
}

/** An ARN without the six characters that Secrets Manager adds has to leave room for them. */
function secretStatements({ secretArn, secretFullArn, encryptionKey, env }: secretsmanager.ISecret): iam.PolicyStatement[] {
  const read = new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretFullArn ?? `${secretArn}-??????`] });
  return encryptionKey ? [read, new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [encryptionKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${env.region}.amazonaws.com` } },
  })] : [read];
}

function tokenStatements(scope: IConstruct, audience: string): iam.PolicyStatement[] {
  Validations.of(scope).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: NOTHING_TO_NAME });
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
