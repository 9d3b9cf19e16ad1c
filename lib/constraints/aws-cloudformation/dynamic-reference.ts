import type { Rule } from '../rule';

const GUIDE = 'AWS CloudFormation user guide, "Get values stored in other services using dynamic references"';

/** Services whose values CloudFormation does not resolve in custom resources. */
const SECURE = ['ssm-secure', 'secretsmanager'] as const;
const SERVICES = ['ssm', ...SECURE] as const;

const REFERENCE = new RegExp(`\\{\\{resolve:(?:${SERVICES.join('|')}):[^}]*\\}\\}`, 'g');
const SECURE_REFERENCE = new RegExp(`\\{\\{resolve:(${SECURE.join('|')})(?![\\w-])`);

/** Dynamic references in a text, e.g. `{{resolve:ssm:/orders/name}}`. Only the deployment knows their values. */
export function dynamicReferences(text: string): string[] {
  return text.match(REFERENCE) ?? [];
}

/** Service of the first secure dynamic reference in a text, which may be cut off after the service; undefined for none. */
export function secureServiceIn(text: string): typeof SECURE[number] | undefined {
  return SECURE_REFERENCE.exec(text)?.[1] as typeof SECURE[number] | undefined;
}

const SECRET = {
  rule: 'not contain a reference to a secret',
  consequence: 'CloudFormation resolves no secrets in custom resources: it passes the text of the reference on, and the deployment succeeds with it.',
  source: GUIDE,
  evidence: { grade: 'documented', says: 'Dynamic references for secure values, such as ssm-secure and secretsmanager, are not supported in custom resources.' },
} as const;

export const SECRET_IN_PAYLOAD: Rule = {
  ...SECRET,
  id: 'SecretInPayload',
  remedy: 'Pass the ARN of the secret instead, and let the function read the secret: `secret.grantRead(fn)`.',
};

export const SECRET_IN_PROPERTY: Rule = {
  ...SECRET,
  id: 'SecretInProperty',
  remedy: 'Write the value itself, or refer to a plain parameter: `{{resolve:ssm:…}}`.',
};
