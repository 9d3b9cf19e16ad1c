import { EXTERNAL_ID } from '../../lib/constraints/aws-sts';
import { violation } from '../../lib/constraints/violation';

const RULE = '`externalId` must be 2 to 1224 characters: letters, digits and _ + = , . @ : / -, got: ';

test.each(['ab', 'a'.repeat(1224), 'team:orders/_+=,.@-'])('an external id may be %.20s', id => {
  expect(violation(EXTERNAL_ID, id)).toBeUndefined();
});

test.each([
  ['a', `${RULE}"a"`],
  ['a'.repeat(1225), `${RULE}"${'a'.repeat(100)}"… (1225 characters)`],
  ['two words', `${RULE}"two words"`],
])('an external id may not be %.20s', (id, message) => {
  expect(violation(EXTERNAL_ID, id)).toBe(message);
});
