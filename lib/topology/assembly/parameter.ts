import { own } from './json-walk';

/** The declaration of a parameter. */
export interface DeclaredParameter {
  readonly type: string;

  /** The default, or the value that the caller or the parent of the stack sets. */
  readonly value?: unknown;
}

/**
 * A parameter with its value.
 *
 * @param set the value that the caller or the parent of the stack sets
 */
export function declaredParameter(raw: unknown, set: unknown): DeclaredParameter {
  const type = own(raw, 'Type');
  return { type: typeof type === 'string' ? type : '', value: set ?? own(raw, 'Default') };
}

/** Whether the deployment reads the value from Parameter Store. The value in the template is the name there. */
export function isStored({ type }: DeclaredParameter): boolean {
  return type.startsWith('AWS::SSM::');
}

/** Whether the value is a list. */
export function isList({ type }: DeclaredParameter): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

/** The items of a list. */
export function itemsOf({ value }: DeclaredParameter): string[] {
  return String(value).split(',').map(item => item.trim());
}
