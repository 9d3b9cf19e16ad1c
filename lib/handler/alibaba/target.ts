import { ENDPOINT } from '../../constraints/alibaba-fc/endpoint';
import { ACCOUNT, FUNCTION_NAME, LATEST, QUALIFIER, REGION } from '../../constraints/alibaba-fc/identifiers';
import { OIDC_PROVIDER, ROLE } from '../../constraints/alibaba-sts/assume-role-with-oidc';
import { AUDIENCE } from '../../constraints/aws-iam/web-identity-token';
import { violation } from '../../constraints/violation';
import type { AlibabaTarget } from '../../contract/alibaba-target';
import { optionalViolation, refuse } from '../property-values';

type Unread = Readonly<Record<string, unknown>>;

/**
 * Reads the target from the properties, and checks it as the construct does: some values are known only now.
 *
 * @throws Error that names every malformed property
 */
export function alibabaTarget(properties: object): AlibabaTarget {
  const { Account, Region, FunctionName, Qualifier, Endpoint, Credentials } = properties as Unread;
  refuse(
    violation(ACCOUNT, Account),
    violation(REGION, Region),
    violation(FUNCTION_NAME, FunctionName),
    optionalViolation(QUALIFIER, Qualifier),
    optionalViolation(ENDPOINT, Endpoint),
    ...credentialViolations(Credentials),
  );
  return { Account, Region, FunctionName, Qualifier, Endpoint, Credentials } as AlibabaTarget;
}

/** `LATEST` if none is named. */
export function qualifierOf({ Qualifier = LATEST }: AlibabaTarget): string {
  return Qualifier;
}

/** Identity of a target, whatever its spelling: `account/Region/name:qualifier`. A physical id begins with it. */
export function targetIdentity(target: AlibabaTarget): string {
  return `${target.Account}/${target.Region}/${target.FunctionName}:${qualifierOf(target)}`;
}

function credentialViolations(credentials: unknown): (string | undefined)[] {
  const { SecretArn, RoleArn, OidcProviderArn, Audience, StsEndpoint } = Object(credentials) as Unread;
  if (SecretArn !== undefined) {
    return [typeof SecretArn === 'string' ? undefined : '`credentials` must name a secret, got: something else'];
  }
  if (RoleArn === undefined) {
    return ['`credentials` must be a secret or a role, got: neither'];
  }
  return [
    violation(ROLE, RoleArn, 'credentials.role'),
    violation(OIDC_PROVIDER, OidcProviderArn, 'credentials.oidcProvider'),
    violation(AUDIENCE, Audience, 'credentials.audience'),
    optionalViolation(ENDPOINT, StsEndpoint, 'credentials.endpoint'),
  ];
}
