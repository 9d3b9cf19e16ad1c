/** Texts that need no quotes in any version of YAML. */
const PLAIN = /^[A-Za-z$][A-Za-z0-9_./-]*(?:::?[A-Za-z0-9_*./-]+)*$/;

/** Texts that are something else without quotes. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A value as YAML with the short forms of CloudFormation, to follow a key or to stand alone. Lines after the first are indented. */
export function yamlText(value: unknown, indent = ''): string {
  if (typeof value === 'string') {
    return PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const lines = Array.isArray(value) ? value.map(item => `- ${yamlText(item, `${indent}  `).trimStart()}`) : entries(value as Record<string, unknown>, indent);
  if (typeof lines === 'string') {
    return lines;
  }
  return lines.length === 0 ? (Array.isArray(value) ? '[]' : '{}') : lines.map(line => `\n${indent}${line}`).join('');
}

/** The lines of a map, or the short form of a call. */
function entries(value: Record<string, unknown>, indent: string): string[] | string {
  const [[name, argument], ...others] = [...Object.entries(value), [''] as [string, unknown?]];
  if (others.length === 1 && name === 'Ref') {
    return `!Ref ${yamlText(argument)}`;
  }
  if (others.length === 1 && name === 'Fn::GetAtt' && Array.isArray(argument)) {
    return `!GetAtt ${argument.join('.')}`;
  }
  return Object.entries(value).map(([key, item]) => {
    const text = yamlText(item, `${indent}  `);
    return `${yamlText(key)}:${text.startsWith('\n') ? '' : ' '}${text}`;
  });
}
