import { parsed, type Node } from '../../../../lib/simulator/alarms/math/parser';

/** A node with all its parentheses. */
function spelled(node: Node): string {
  switch (node.kind) {
    case 'number': return `${node.value}`;
    case 'string': return `"${node.value}"`;
    case 'id': return node.id;
    case 'array': return `[${node.members.map(spelled).join(', ')}]`;
    case 'call': return `${node.name}(${node.args.map(spelled).join(', ')})`;
    case 'minus': return `(-${spelled(node.operand)})`;
    case 'binary': return `(${spelled(node.left)} ${node.operator} ${spelled(node.right)})`;
  }
}

test.each([
  ['a + b * c ^ d', '(a + (b * (c ^ d)))'],
  ['a - b - c', '((a - b) - c)'],
  ['a / b * c', '((a / b) * c)'],
  ['a ^ b ^ c', '(a ^ (b ^ c))'],
  ['-a ^ b', '(-(a ^ b))'],
  ['a ^ -b', '(a ^ (-b))'],
  ['- - a', '(-(-a))'],
  ['a > b + c AND d < e OR f', '(((a > (b + c)) AND (d < e)) OR f)'],
  ['a OR b AND c', '(a OR (b AND c))'],
  ['(a OR b) AND c', '((a OR b) AND c)'],
  ['IF(a, [b, c], "d")', 'IF(a, [b, c], "d")'],
  ['METRICS()', 'METRICS()'],
  ['FILL(a, REPEAT)', 'FILL(a, REPEAT())'],
])('reads %s as %s', (text, expected) => {
  expect(spelled(parsed(text))).toBe(expected);
});
