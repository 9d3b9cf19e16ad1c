import type { Build } from './mended';

/** The example of a rule that breaks it. */
export function exampleOf(id: string): Build {
  const file = id.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
  return jest.requireActual(`../../pages/rules/examples/${file}`).found;
}
