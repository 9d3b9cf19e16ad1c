/**
 * The logical ids that a value certainly refers to.
 *
 * A branch of `Fn::If` does not count: it may be the one that is not taken.
 */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap(referencesIn);
  }
  return Object.entries(value).flatMap(([name, argument]) => {
    switch (name) {
      case 'Fn::If': return [];
      case 'Ref': return typeof argument === 'string' ? [argument] : [];
      case 'Fn::GetAtt': return [String(Array.isArray(argument) ? argument[0] : argument).split('.')[0]];
      case 'Fn::Sub': return inText(argument);
      default: return referencesIn(argument);
    }
  });
}

function inText(argument: unknown): string[] {
  const [text, own = {}] = Array.isArray(argument) ? argument : [argument];
  const names = [...String(text).matchAll(/\$\{([^!.}][^.}]*)/g)].map(([, name]) => name.trim());
  return [...names.filter(name => !Object.hasOwn(Object(own), name)), ...referencesIn(own)];
}
