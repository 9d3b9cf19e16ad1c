/** The short forms whose long form has no `Fn::`. */
const WITHOUT_PREFIX = ['Ref', 'Condition'];

const FUNCTIONS = [
  'And', 'Base64', 'Cidr', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'Equals', 'FindInMap', 'GetAZs', 'GetAtt', 'GetStackOutput', 'If',
  'ImportValue', 'Join', 'Length', 'Not', 'Or', 'RefAll', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'ValueOf', 'ValueOfAll',
];

const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ...WITHOUT_PREFIX.map((name): [string, string] => [`!${name}`, name]),
  ...FUNCTIONS.map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
]);

/** The name of the long form of a tag, e.g. `Fn::Sub` for `!Sub`; `undefined` for other tags. */
export function longForm(tag: string): string | undefined {
  return LONG_FORMS.get(tag);
}

/** The call that a short form stands for. `!GetAtt` takes a text, which ends the name of the resource at its first dot. */
export function called(name: string, argument: unknown): unknown {
  const dot = name === 'Fn::GetAtt' && typeof argument === 'string' ? argument.indexOf('.') : -1;
  return { [name]: dot < 0 ? argument : [(argument as string).slice(0, dot), (argument as string).slice(dot + 1)] };
}
