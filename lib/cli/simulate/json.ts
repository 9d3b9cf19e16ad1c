import { JsonText } from '../../simulator';

/** Writes a value as indented JSON, like `JSON.stringify`. A `JsonText` in it keeps all its numbers and texts as they are. */
export function written(value: unknown, indent = ''): string {
  if (value instanceof JsonText) {
    return indented(value, indent);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map(item => written(item, inner))
    : Object.entries(value).filter(([, part]) => part !== undefined).map(([name, part]) => `${JSON.stringify(name)}: ${written(part, inner)}`);
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.map(part => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

function indented(json: JsonText, indent: string): string {
  let depth = 0;
  let text = '';
  let previous = '';
  const line = () => `\n${indent}${'  '.repeat(depth)}`;
  for (const [token] of String(json).matchAll(TOKENS)) {
    const isFirst = previous === '{' || previous === '[';
    if (token === '}' || token === ']') {
      depth -= 1;
      text += isFirst ? token : `${line()}${token}`;
    } else {
      if (isFirst) {
        text += line();
      }
      text += token === ',' ? `,${line()}` : token === ':' ? ': ' : token;
      if (token === '{' || token === '[') {
        depth += 1;
      }
    }
    previous = token;
  }
  return text;
}
