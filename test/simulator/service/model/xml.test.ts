import { list, map, structure } from '../../../../lib/simulator/service/model/shape';
import { element, escaped, xmlOf } from '../../../../lib/simulator/service/model/xml';

test('writes lists and maps with a name without an element around them, and others with one', () => {
  const form = structure({ Named: list('string', 'Item'), Plain: list('integer'), Attributes: map('string', 'Attribute'), Entries: map(structure({ A: 'boolean' })) });
  expect(xmlOf(form, { Named: ['a', 'b'], Plain: [1], Attributes: { x: 'y' }, Entries: { z: { A: true } } })).toBe(
    '<Item>a</Item><Item>b</Item><Plain><member>1</member></Plain><Attribute><Name>x</Name><Value>y</Value></Attribute>'
    + '<Entries><entry><Name>z</Name><Value><A>true</A></Value></entry></Entries>',
  );
});

test('leaves out what is absent', () => {
  expect(xmlOf(structure({ A: 'string', B: 'string' }), { B: '' })).toBe('<B></B>');
  expect(element('A', undefined)).toBe('');
});

test('escapes what XML would take for its own, or lose', () => {
  expect(escaped('<a b="c">&amp;</a>\r\n')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;amp;&lt;/a&gt;&#13;\n');
  expect(escaped('\u0001\t\u001F')).toBe('&#x1;\t&#x1f;');
});
