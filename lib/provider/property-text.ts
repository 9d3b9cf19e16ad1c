import { Token } from 'aws-cdk-lib';

/** A number as the text that CloudFormation passes to the handler. */
export function propertyText<T extends number | undefined>(value: T): T extends number ? string : string | undefined;
export function propertyText(value?: number): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return Token.isUnresolved(value) ? Token.asString(value) : String(value);
}
