import { inserted, nameInserted, type Insertion } from './insertion';
import { behindParentheses, code, endOfLine, lineBreak, PYTHON } from './source';

/** `app = cdk.App(`: indent, name, and the module of the class. */
const APP = /^([ \t]*)(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*(?:(\w+)\.)?App\s*\(/gm;
const ANY_APP = /\bApp\s*\(/g;
const MODULES = /^[ \t]*import[ \t]+aws_cdk(?:[ \t]+as[ \t]+(?<module>\w+))?[ \t]*$/gm;
const LISTS = /^[ \t]*from[ \t]+aws_cdk[ \t]+import[ \t]+(?:\((?<lines>[^)]*)\)|(?<line>[^\n(\\]+))[ \t]*$/gm;

/** The source of a Python app with the checks; nothing if it is not clear where they belong. */
export function withChecks(source: string): string | undefined {
  const bare = code(source, PYTHON).replaceAll('\r', ' ');
  const [app, ...others] = bare.matchAll(APP);
  const end = app && behindParentheses(bare, app.index + app[0].length - 1);
  if (end === undefined || others.length > 0 || bare.match(ANY_APP)?.length !== 1 || bare.slice(end, endOfLine(bare, end)).trim() !== '') {
    return undefined;
  }
  const [, indent, name, module] = app;
  const library = importOf(bare, module);
  if (library === undefined) {
    return undefined;
  }
  const br = lineBreak(source);
  const validations = module === undefined ? 'Validations' : `${module}.Validations`;
  return inserted(source, [
    ...module === undefined ? named(library, br) : [],
    { at: endOfLine(source, library.index + library[0].trimEnd().length), text: `${br}${/^[ \t]*/.exec(library[0])![0]}from cdk_async_invoke import AsyncInvokeChecks` },
    { at: endOfLine(source, end), text: `${br}${indent}${validations}.of(${name}).add_plugins(AsyncInvokeChecks())` },
  ]);
}

/** The import of aws-cdk-lib that brings `App`. */
function importOf(bare: string, module?: string): RegExpExecArray | undefined {
  return [...bare.matchAll(module === undefined ? LISTS : MODULES)]
    .find(({ groups }) => module === undefined ? namesIn(listIn(groups)).includes('App') : (groups?.module ?? 'aws_cdk') === module);
}

function named({ 0: text, index, groups }: RegExpExecArray, br: string): Insertion[] {
  const list = listIn(groups);
  return namesIn(list).includes('Validations') ? [] : [nameInserted(list, index + text.lastIndexOf(list), 'Validations', br)];
}

function listIn(groups?: Record<string, string | undefined>): string {
  return groups?.lines ?? groups?.line ?? '';
}

function namesIn(list: string): string[] {
  return list.split(',').map(name => name.trim());
}
