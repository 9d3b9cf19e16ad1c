import { named, referenceIn, replaced, type Arrangement, type Template } from './arrangement';

/** Writes each reference in another way. Dependencies stay logical ids. */
function rewritten(template: Template, write: (text: string, reference: object) => unknown): Template {
  const Resources = Object.fromEntries(Object.entries(template.Resources).map(([id, { Properties, ...rest }]) => [id, {
    ...rest,
    Properties: replaced(Properties, value => {
      const reference = referenceIn(value);
      return reference && write(`\${${reference.id}${reference.attribute === undefined ? '' : `.${reference.attribute}`}}`, value);
    }),
  }]));
  return { ...template, Resources: Resources as Template['Resources'] };
}

/** `Ref` and `Fn::GetAtt`, as aws-cdk-lib writes them. */
export const asWritten: Arrangement = template => [named('S', template)];

/** `Fn::Sub` with the name in the text. */
export const bySub: Arrangement = template => [named('S', rewritten(template, text => ({ 'Fn::Sub': text })))];

/** `Fn::Sub` with a variable. */
export const byVariable: Arrangement = template => [named('S', rewritten(template, (_, reference) => ({ 'Fn::Sub': ['${Value}', { Value: reference }] })))];

/** `Fn::Join` of one part. */
export const byJoin: Arrangement = template => [named('S', rewritten(template, (_, reference) => ({ 'Fn::Join': ['', [reference]] })))];
