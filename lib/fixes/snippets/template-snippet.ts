import { yamlText } from './yaml-text';
import type { PatchOperation } from '../json-patch';

/** The format of a template. */
export type TemplateFormat = 'json' | 'yaml';

/**
 * The operations of a patch as text: where each applies, and what is written there.
 *
 * @param fileOf the file of a stack
 */
export function templateSnippet(
  operations: readonly PatchOperation[], format: TemplateFormat, fileOf: (stack: string) => string | undefined,
): string {
  const comment = format === 'yaml' ? '#' : '//';
  return operations.filter(({ path }, index) => operations[index + 1]?.op !== 'remove' || operations[index + 1].path !== path).map(({ stack, op, path, value }) => {
    const file = fileOf(stack);
    const parts = path.slice(1).split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const name = parts.at(-1)!;
    const where = `${file === undefined ? '' : `${file}: `}${{ add: 'add to', replace: 'replace in', remove: 'remove from' }[op]} ${parts.slice(0, -1).join('.')}`;
    return op === 'remove' ? `${comment} ${where}: ${name}` : `${comment} ${where}\n${entry(name, value, format)}`;
  }).join('\n');
}

/** A new entry of a map; an item of a list has a number as its name, or `-` at the end. */
function entry(name: string, value: unknown, format: TemplateFormat): string {
  const isItem = /^(?:\d+|-)$/.test(name);
  if (format === 'json') {
    const text = JSON.stringify(value, undefined, 2);
    return isItem ? text : `${JSON.stringify(name)}: ${text}`;
  }
  return yamlText(isItem ? [value] : { [name]: value }).trimStart();
}
