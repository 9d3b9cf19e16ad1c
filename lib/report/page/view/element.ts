/** An element of the page, before there is one. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly children: readonly Child[];
}

/** A text, a number, whether the attribute is there, or what happens at an event. */
export type Attribute = string | number | boolean | undefined | ((event: any) => void);

export type Child = PageElement | string | number | false | undefined | readonly Child[];

/** An element with attributes (`onclick` and the like are functions) and children. */
export function h(tag: string, attributes: Readonly<Record<string, Attribute>> = {}, ...children: readonly Child[]): PageElement {
  return { tag, attributes, children };
}

/** The texts of an element and of those within it, as a reader gets them. */
export function textOf(child: Child): string {
  if (Array.isArray(child)) {
    return (child as readonly Child[]).map(textOf).join('');
  }
  if (typeof child === 'object') {
    return (child as PageElement).children.map(textOf).join('');
  }
  return child === undefined || child === false ? '' : harmless(String(child));
}

/** All elements with a tag, the outer ones first. */
export function elementsOf(child: Child, tag: string): PageElement[] {
  if (Array.isArray(child)) {
    return (child as readonly Child[]).flatMap(each => elementsOf(each, tag));
  }
  if (typeof child !== 'object') {
    return [];
  }
  const element = child as PageElement;
  return [...element.tag === tag ? [element] : [], ...element.children.flatMap(each => elementsOf(each, tag))];
}

// Characters that change how others are shown: controls, marks of direction, and signs without width.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text in which nothing is invisible, or changes the direction of the text around it. */
export function harmless(text: string): string {
  return text.replace(INVISIBLE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text whose parts between backticks are code. */
export function marked(text: string): Child[] {
  return text.split('`').map((part, index) => index % 2 === 1 ? h('code', {}, part) : part);
}

/** The end of a text that is too long for its place: the ends of construct paths tell them apart. */
export function clipped(text: string, length: number): string {
  const shown = harmless(text);
  return shown.length <= length ? shown : `…${shown.slice(1 - length)}`;
}
