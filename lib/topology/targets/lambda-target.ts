import type { FunctionTarget, Target } from './target';
import type { Declared, Reader } from '../reader';
import { placeOf, type Place } from '../values/place';
import { known, sameText, unknown, type Text, type Unknown } from '../values/value';

/** The function of one of our custom resources, which may name another Region or a role of another account. */
export function lambdaTarget(reader: Reader, declared: Declared, qualifier?: Text): FunctionTarget | Unknown {
  const name = declared.properties.required('FunctionName');
  const place = placeMeant(reader, declared);
  const own = reader.function(name, declared, qualifier);
  if (place === undefined || own.kind === 'unknown' || tellsItsPlace(reader, name)) {
    return own;
  }
  return 'reason' in place ? place : reader.function(name, declared, qualifier, place);
}

/** An ARN has its own account and Region. */
function tellsItsPlace(reader: Reader, name: Text): boolean {
  return known(reader.fields(name)[0]) === 'arn';
}

/** The account and Region for plain names, if not those of the stack. */
function placeMeant(reader: Reader, declared: Declared): Place | Unknown | undefined {
  const { partition, ...own } = placeOf(declared.stack.environment);
  const role = reader.target(declared.properties.text('AssumeRoleArn'), declared);
  const region = declared.properties.text('Region') ?? own.region;
  const account = accountOf(role) ?? own.account;
  const isSame = [sameText(region, own.region), sameText(account, own.account)];
  if (isSame.every(same => same === true)) {
    return undefined;
  }
  return isSame.includes(false) ? { partition, region, account } : unknown('its Region or account may be that of the stack, or another one');
}

function accountOf(role: Target | Unknown | undefined): Text | undefined {
  return role?.kind === 'unknown' ? role : role?.account;
}
