import { harmless, type Child, type PageElement } from './element';

const SVG = 'http://www.w3.org/2000/svg';

/** Replaces what an element contains. */
export function show(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.flatMap(child => nodesOf(child, parent.namespaceURI === SVG)));
}

function nodesOf(child: Child, isDrawing: boolean): Node[] {
  if (Array.isArray(child)) {
    return (child as readonly Child[]).flatMap(each => nodesOf(each, isDrawing));
  }
  if (child === undefined || child === false) {
    return [];
  }
  return [typeof child === 'object' ? elementOf(child as PageElement, isDrawing) : document.createTextNode(harmless(String(child)))];
}

function elementOf({ tag, attributes, children }: PageElement, isDrawing: boolean): Element {
  const draws = isDrawing || tag === 'svg';
  const element = draws ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : harmless(String(value)));
    }
  }
  element.append(...children.flatMap(child => nodesOf(child, draws)));
  return element;
}
