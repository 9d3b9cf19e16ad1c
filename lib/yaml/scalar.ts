const NULL = /^(?:|~|null|Null|NULL)$/;

/** Single letters stay texts: CloudFormation knows `N` as the type of an attribute in DynamoDB. */
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;

const BINARY = /^[-+]?0b[01_]+$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_]+$/;
const SEXAGESIMAL = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
const FLOAT = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The value of an unquoted scalar as CloudFormation reads it: by the rules of YAML 1.1, but dates stay texts.
 *
 * A number that JavaScript cannot represent stays a text, as it is written.
 */
export function plainValue(source: string): string | number | boolean | null {
  if (NULL.test(source)) {
    return null;
  }
  if (TRUE.test(source)) {
    return true;
  }
  if (FALSE.test(source)) {
    return false;
  }
  const value = number(source);
  return value === undefined || (Number.isInteger(value) && !Number.isSafeInteger(value)) || !Number.isFinite(value) ? source : value;
}

function number(source: string): number | undefined {
  const negative = source.startsWith('-');
  const digits = source.replace(/^[-+]/, '').replaceAll('_', '');
  const signed = (value: number) => negative ? -value : value;
  switch ([BINARY, OCTAL, DECIMAL, HEXADECIMAL, SEXAGESIMAL, FLOAT].find(form => form.test(source))) {
    case BINARY: return signed(parseInt(digits.slice(2), 2));
    case OCTAL: return signed(parseInt(digits, 8));
    case HEXADECIMAL: return signed(parseInt(digits.slice(2), 16));
    case SEXAGESIMAL: return signed(digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
    case DECIMAL:
    case FLOAT: return signed(Number(digits));
    default: return undefined;
  }
}
