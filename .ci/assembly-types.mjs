// Compares what .jsii says of each type with what TypeScript sees in build/index.d.ts: members, inherited ones included, and their types.
// jsii can find another type of the same name, e.g. one of the root instead of one of a submodule; other languages then get its members.
import assert from 'node:assert/strict';
import { dirname, relative, resolve } from 'node:path';
import reflect from 'jsii-reflect';
import ts from 'typescript';

const system = new reflect.TypeSystem();
const assembly = await system.load('.', { validate: false, supportedFeatures: ['intersection-types', 'class-covariant-overrides'] });
const entry = resolve('build/index.d.ts');
const program = ts.createProgram([entry], { module: ts.ModuleKind.Node16, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: ['node'] });
const checker = program.getTypeChecker();

/** What both sides say of a type, as lines such as `AsyncAlias.version?: aws-cdk-lib/aws-lambda/lib/lambda-version:IVersion`. */
const says = { assembly: [], typeScript: [] };

const optional = isOptional => isOptional ? '?' : '';

/** A package has its sources in one folder and the compiled files in another. */
const compiled = path => path.replace(`${assembly.name}/lib/`, `${assembly.name}/build/`).replace('constructs/src/', 'constructs/lib/');

/* What the assembly says. */

function name(ref) {
  if (ref.fqn !== undefined && ref.fqn !== 'any') {
    const { assembly: { name: from }, spec: { symbolId } } = ref.type;
    return compiled(`${from}/${symbolId}`);
  }
  if (ref.arrayOfType) {
    return `Array<${name(ref.arrayOfType)}>`;
  }
  if (ref.mapOfType) {
    return `Map<${name(ref.mapOfType)}>`;
  }
  const parts = ref.unionOfTypes ?? ref.spec?.intersection?.types;
  return parts ? parts.map(name).sort().join(' | ') : ref.primitive ?? 'void';
}

function signature({ parameters, returns }) {
  const list = parameters.map(parameter => `${parameter.variadic ? '...' : optional(parameter.optional)}${name(parameter.type)}`);
  return `(${list.join(', ')})${returns && returns.type.toString() !== 'void' ? `${optional(returns.optional)} => ${name(returns.type)}` : ''}`;
}

function assemblySays(type) {
  if (type.isEnumType()) {
    says.assembly.push(...type.members.map(member => `${type.fqn}.${member.name}`));
    return;
  }
  if (type.isClassType() && type.initializer) {
    says.assembly.push(`${type.fqn}.new ${signature({ parameters: type.initializer.parameters })}`);
  }
  for (const property of type.allProperties) {
    says.assembly.push(`${type.fqn}.${property.static ? 'static ' : ''}${property.name}${optional(property.optional)}: ${name(property.type)}`);
  }
  for (const method of type.allMethods) {
    says.assembly.push(`${type.fqn}.${method.static ? 'static ' : ''}${method.name}${signature(method)}`);
  }
}

/* What TypeScript sees. */

/** The folder of each package, and the assembly that has its types: aws-cdk-lib exports those of another package. */
const packages = new Map([
  [resolve('build'), `${assembly.name}/build`],
  ...Object.entries({ 'aws-cdk-lib': 'aws-cdk-lib', 'constructs': 'constructs', '@aws-cdk/cloud-assembly-schema': 'aws-cdk-lib' })
    .map(([from, exporter]) => [dirname(ts.sys.realpath(`node_modules/${from}/package.json`)), exporter]),
]);

function symbolName(symbol) {
  const file = symbol.declarations[0].getSourceFile().fileName;
  const [folder, from] = [...packages].find(([path]) => file.startsWith(`${path}/`)) ?? ['', ''];
  return `${from}/${relative(folder, file).replace(/\.d\.ts$/, '')}:${checker.getFullyQualifiedName(symbol).replace(/^"[^"]*"\./, '')}`;
}

function typeName(given) {
  const type = checker.getNonNullableType(given);
  const { flags } = type;
  const primitives = { [ts.TypeFlags.Any]: 'any', [ts.TypeFlags.String]: 'string', [ts.TypeFlags.Number]: 'number', [ts.TypeFlags.Void]: 'void' };
  if (primitives[flags]) {
    return primitives[flags];
  }
  if (flags & ts.TypeFlags.BooleanLike) {
    return 'boolean';
  }
  if (flags & ts.TypeFlags.EnumLike && type.symbol) {
    return symbolName(type.symbol);
  }
  if (type.isUnionOrIntersection()) {
    return [...new Set(type.types.map(typeName))].sort().join(' | ');
  }
  if (checker.isArrayType(type)) {
    return `Array<${typeName(checker.getTypeArguments(type)[0])}>`;
  }
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (index && checker.getPropertiesOfType(type).length === 0) {
    return `Map<${typeName(index)}>`;
  }
  return type.symbol ? symbolName(type.symbol) : checker.typeToString(type);
}

const acceptsUndefined = type => type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);

function signatureOf(of, { returns = true } = {}) {
  const parameters = of.getParameters().map(symbol => {
    const { valueDeclaration } = symbol;
    const type = checker.getTypeOfSymbol(symbol);
    return valueDeclaration.dotDotDotToken
      ? `...${typeName(checker.getTypeArguments(type)[0])}`
      : `${optional(valueDeclaration.questionToken || valueDeclaration.initializer || acceptsUndefined(type))}${typeName(type)}`;
  });
  const type = of.getReturnType();
  if (!returns || type.flags & ts.TypeFlags.Void) {
    return `(${parameters.join(', ')})`;
  }
  // jsii has no type `this`: it is the class that declares the method.
  const isThis = of.declaration?.type?.kind === ts.SyntaxKind.ThisType;
  return `(${parameters.join(', ')})${optional(acceptsUndefined(type))} => ${isThis ? symbolName(of.declaration.parent.symbol) : typeName(type)}`;
}

const isPrivate = declaration => Boolean(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private);

/** Private and internal members are in no assembly. */
function isPublished(symbol) {
  return !/^(_|prototype$)/.test(symbol.name) && !symbol.declarations?.some(isPrivate);
}

function membersSay(prefix, type) {
  for (const symbol of checker.getPropertiesOfType(type).filter(isPublished)) {
    const of = checker.getTypeOfSymbol(symbol);
    const [call] = symbol.flags & ts.SymbolFlags.Method ? checker.getNonNullableType(of).getCallSignatures() : [];
    const isOptional = symbol.flags & ts.SymbolFlags.Optional || acceptsUndefined(of);
    says.typeScript.push(call ? `${prefix}${symbol.name}${signatureOf(call)}` : `${prefix}${symbol.name}${optional(isOptional)}: ${typeName(of)}`);
  }
}

function typeScriptSays(fqn, exported) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  if (symbol.flags & ts.SymbolFlags.Module) {
    checker.getExportsOfModule(symbol).forEach(member => typeScriptSays(`${fqn}.${member.name}`, member));
  } else if (symbol.flags & ts.SymbolFlags.Enum) {
    says.typeScript.push(...checker.getExportsOfModule(symbol).map(member => `${fqn}.${member.name}`));
  } else {
    membersSay(`${fqn}.`, checker.getDeclaredTypeOfSymbol(symbol));
    if (symbol.flags & ts.SymbolFlags.Class) {
      const type = checker.getTypeOfSymbol(symbol);
      membersSay(`${fqn}.static `, type);
      const constructors = type.getConstructSignatures().filter(({ declaration }) => !declaration || !isPrivate(declaration));
      says.typeScript.push(...constructors.map(of => `${fqn}.new ${signatureOf(of, { returns: false })}`));
    }
  }
}

assembly.allTypes.forEach(assemblySays);
checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry))).forEach(symbol => typeScriptSays(`${assembly.name}.${symbol.name}`, symbol));

const lines = Object.fromEntries(Object.entries(says).map(([side, of]) => [side, [...new Set(of)].sort()]));
const only = (side, other) => lines[side].filter(line => !lines[other].includes(line));
assert.deepEqual(
  { '.jsii': only('assembly', 'typeScript'), 'TypeScript': only('typeScript', 'assembly') },
  { '.jsii': [], 'TypeScript': [] },
  '.jsii and TypeScript say different things of a type',
);
console.log(`${lines.assembly.length} members are the same in .jsii and in TypeScript`);
