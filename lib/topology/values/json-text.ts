import type { Evaluator } from './evaluator';
import { intrinsicOf } from './intrinsic';
import { piecesOfSub } from './intrinsic-functions';
import { listTree, mapTree, type Tree } from './tree';
import { concatenated, literal, rendered, unknown, type Text } from './value';
import type { Stack } from '../assembly/stack';

/** Texts that replace `${Name}` in a document, by name. */
export type Substitutions = ReadonlyMap<string, Text>;

/**
 * The document in a text with JSON, also if the template composes the text.
 *
 * An unknown piece makes only the value unknown in which it is.
 */
export function jsonDocument(evaluator: Evaluator, raw: unknown, stack: Stack, substitutions: Substitutions = new Map()): Tree {
  const pieces = piecesOf(evaluator, raw, stack).flatMap(piece => substituted(piece, substitutions));
  const marked = withMarks(pieces);
  let parsed: unknown;
  try {
    parsed = JSON.parse(marked.text);
  } catch {
    return pieces.find(({ kind }) => kind === 'unknown') as Text | undefined ?? unknown('it is not JSON');
  }
  return treeOf(parsed, marked.held, 0);
}

/** A text with its `${Name}` replaced. Other names stay as they are. */
export function substituted(text: Text, substitutions: Substitutions): Text[] {
  const parts = text.kind === 'composed' ? text.parts : text.kind === 'literal' ? [text.value] : undefined;
  if (parts === undefined || substitutions.size === 0) {
    return [text];
  }
  return parts.flatMap(part => typeof part === 'string'
    ? part.split(/(\$\{[A-Za-z0-9_-]+\})/).map(piece => substitutions.get(piece.slice(2, -1)) ?? literal(piece))
    : concatenated([{ kind: 'composed', parts: [part] }]));
}

/** The pieces of a text, so that an unknown one does not hide the others. */
function piecesOf(evaluator: Evaluator, raw: unknown, stack: Stack): Text[] {
  if (typeof raw === 'string') {
    return raw.split(/(\{\{resolve:[^}]*\}\})/).map(piece => evaluator.text(piece, stack));
  }
  const intrinsic = intrinsicOf(raw);
  const argument = intrinsic && (raw as Record<string, unknown>)[intrinsic];
  if (intrinsic === 'Fn::Sub') {
    return piecesOfSub(evaluator, argument, stack);
  }
  if (intrinsic === 'Fn::Join' && Array.isArray(argument) && typeof argument[0] === 'string' && Array.isArray(argument[1])) {
    const delimiter = literal(argument[0]);
    return argument[1].flatMap((item, index) => [...index > 0 ? [delimiter] : [], ...piecesOf(evaluator, item, stack)]);
  }
  return [evaluator.text(raw, stack)];
}

/** Around the index of a piece that is no literal. Private characters, which no template has. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** The text with a mark for each piece that is no literal; a mark outside of a string becomes a string. */
function withMarks(pieces: readonly Text[]): { text: string; held: readonly Text[] } {
  const held: Text[] = [];
  let text = '';
  let inString = false;
  let escaped = false;
  for (const piece of pieces) {
    if (piece.kind !== 'literal') {
      const mark = `${OPEN}${held.push(piece) - 1}${CLOSE}`;
      text += inString ? mark : `"${mark}"`;
      continue;
    }
    for (let index = 0; index < piece.value.length; index += 1) {
      const character = piece.value[index];
      if (escaped) {
        escaped = false;
      } else if (character === '"') {
        inString = !inString;
      } else {
        escaped = inString && character === '\\';
      }
    }
    text += piece.value;
  }
  return { text, held };
}

/** Deeper documents are an attack. */
const DEEPEST = 200;

function treeOf(value: unknown, held: readonly Text[], depth: number): Tree {
  if (depth > DEEPEST) {
    return unknown(`it is nested more than ${DEEPEST} levels deep`);
  }
  if (Array.isArray(value)) {
    return listTree(value.map(item => treeOf(item, held, depth + 1)));
  }
  if (typeof value === 'object' && value !== null) {
    return mapTree(Object.entries(value).map(([name, entry]) => [rendered(unmarked(name, held)), treeOf(entry, held, depth + 1)]));
  }
  return value === null ? unknown('it is null') : typeof value === 'string' ? unmarked(value, held) : literal(String(value));
}

function unmarked(text: string, held: readonly Text[]): Text {
  if (!text.includes(OPEN)) {
    return literal(text);
  }
  return concatenated(text.split(new RegExp(`${OPEN}(\\d+)${CLOSE}`)).map((piece, index) => index % 2 === 0 ? literal(piece) : held[Number(piece)]));
}
