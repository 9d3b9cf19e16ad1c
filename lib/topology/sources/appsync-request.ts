import { EVENT } from './lambda-call';
import { unknown, type Unknown } from '../values/value';

/** The member of a request that decides whether AppSync waits for the function. */
const INVOCATION_TYPE = 'invocationType';

/** Strings, which are kept, and comments, which are not. */
const COMMENTS = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Whether code of the runtime APPSYNC_JS invokes asynchronously.
 *
 * For certain if the code has only one request, whose invocation type is written there; unknown if it decides at run time.
 */
export function appsyncCode(code: string): boolean | Unknown {
  const bare = code.replace(COMMENTS, (_, text: string | undefined) => text ?? ' ');
  const [type, ...others] = memberOf(bare, INVOCATION_TYPE);
  if (!bare.includes(INVOCATION_TYPE) || (type !== undefined && others.length === 0 && isOtherWord(type))) {
    return false;
  }
  const isOnly = bare.split(INVOCATION_TYPE).length === 2 && memberOf(bare, 'operation').length === 1;
  return isOnly && isEvent(type) ? true : DECIDES;
}

/** Whether a mapping template in VTL invokes asynchronously. A directive such as `#if` may decide. */
export function appsyncTemplate(template: string): boolean | Unknown {
  const bare = template.replace(/##[^\n]*|#\*[\s\S]*?\*#/g, ' ');
  const [type, ...others] = memberOf(bare, INVOCATION_TYPE);
  if (!bare.includes(INVOCATION_TYPE) || (others.length === 0 && isOtherWord(type))) {
    return false;
  }
  return others.length === 0 && !/#\{?(?:if|else|return)\b/.test(bare) && isEvent(type) ? true : DECIDES;
}

const DECIDES = unknown('its code decides whether the call is asynchronous');

/** The values of a member, as they are written. */
function memberOf(code: string, name: string): string[] {
  return [...code.matchAll(new RegExp(`[{,\\s](["']?)${name}\\1\\s*:\\s*([^,}\\s]+)`, 'g'))].map(match => match[2]);
}

function isEvent(value: string | undefined): boolean {
  return value !== undefined && new RegExp(`^(["'\`])${EVENT}\\1$`).test(value);
}

function isOtherWord(value: string | undefined): boolean {
  return value !== undefined && /^(["'`])RequestResponse\1$/.test(value);
}
