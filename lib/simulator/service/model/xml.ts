import type { Shape } from './shape';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Keys of objects may have control characters. They are not XML, but most parsers take them as references, as S3 sends them. */
const SPECIAL = new RegExp('[&<>"\\u0000-\\u0008\\u000B-\\u001F]', 'g');

/** Text in an XML document. */
export function escaped(text: unknown): string {
  return String(text).replace(SPECIAL, character => ESCAPES[character] ?? `&#x${character.charCodeAt(0).toString(16)};`);
}

/** An element with text. */
export function element(name: string, text: unknown): string {
  return text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
}

/** The content of the element for a document, by its form. */
export function xmlOf(shape: Shape, value: any): string {
  if (typeof shape === 'string') {
    return escaped(value);
  }
  switch (shape.kind) {
    case 'list': return value.map((item: unknown) => `<${shape.name ?? 'member'}>${xmlOf(shape.item, item)}</${shape.name ?? 'member'}>`).join('');
    case 'map': return Object.entries(value).map(([name, entry]) =>
      `<${shape.name ?? 'entry'}>${element('Name', name)}<Value>${xmlOf(shape.value, entry)}</Value></${shape.name ?? 'entry'}>`).join('');
    case 'structure': return Object.entries<Shape>(shape.members).map(([name, form]) => value[name] === undefined ? '' : member(name, form, value[name])).join('');
  }
}

/** A list or map with a name of its own has no element around it. */
function member(name: string, shape: Shape, value: unknown): string {
  const content = xmlOf(shape, value);
  return typeof shape !== 'string' && shape.kind !== 'structure' && shape.name !== undefined ? content : `<${name}>${content}</${name}>`;
}
