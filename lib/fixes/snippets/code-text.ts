/** A value as a literal of TypeScript. `call` may replace an object by an expression, e.g. a reference. */
export function codeText(value: unknown, call: (value: object) => string | undefined, indent = ''): string {
  if (typeof value === 'string') {
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const expression = call(value);
  if (expression !== undefined) {
    return expression;
  }
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map(item => codeText(item, call, inner))
    : Object.entries(value).map(([name, item]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : codeText(name, call)}: ${codeText(item, call, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  const line = parts.join(', ');
  if (line.length <= 60 && !line.includes('\n')) {
    return isList || parts.length === 0 ? `${open}${line}${close}` : `${open} ${line} ${close}`;
  }
  return `${open}\n${parts.map(part => `${inner}${part},\n`).join('')}${indent}${close}`;
}
