// Writes the translations of a tablet as programs: `snippets.mjs go FOLDER` makes a package of each, `snippets.mjs java FOLDER` a class.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What rosetta/default.ts-fixture imports and declares, in each language. */
const FIXTURES = {
  go: source => `package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke"
)

var _ = []any{jsii.String, cdkasyncinvoke.NewAsyncFunction}

func snippet(app awscdk.App, fn awslambda.Function) {
${source}
}

func main() {}
`,
  java: (source, name) => `import io.github.cdkasyncinvoke.*;
import java.util.*;
import software.amazon.awscdk.*;
import software.amazon.awscdk.services.lambda.*;
import software.amazon.awscdk.services.lambda.Runtime;
${source.match(/^import .*;$/gm)?.join('\n') ?? ''}

class ${name} {
    static void run(App app, software.amazon.awscdk.services.lambda.Function fn) {
${source.replaceAll(/^import .*;$/gm, '')}
    }
}
`,
};

const WRITERS = {
  go(folder, source, index) {
    const path = join(folder, `snippet${index}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'main.go'), source.startsWith('package ') ? source : FIXTURES.go(source));
  },
  java(folder, source, index) {
    writeFileSync(join(folder, `Snippet${index}.java`), FIXTURES.java(source, `Snippet${index}`));
  },
};

const [, , language, folder] = process.argv;
const { snippets } = JSON.parse(readFileSync('.jsii.tabl.json', 'utf8'));
// Not those that we inherit from aws-cdk-lib.
const ours = Object.values(snippets).filter(({ location: { api } }) => /^cdk-async-invoke\b/.test(api.fqn ?? api.moduleFqn));
ours.forEach(({ translations }, index) => WRITERS[language](folder, translations[language].source, index));
