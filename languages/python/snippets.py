"""Runs the translations of a tablet: each must be a program, or a part of one around which there are an app and a function."""

import json
import sys
from pathlib import Path

import aws_cdk
import cdk_async_invoke
from aws_cdk import aws_lambda

snippets = [
    snippet for snippet in json.loads(Path(sys.argv[1]).read_text())["snippets"].values()
    # Not those that we inherit from aws-cdk-lib.
    if "cdk-async-invoke" in (snippet["location"]["api"].get("fqn") or snippet["location"]["api"]["moduleFqn"])
]
for snippet in snippets:
    app = aws_cdk.App()
    fn = aws_lambda.Function(
        aws_cdk.Stack(app, "Stack"), "Function",
        runtime=aws_lambda.Runtime.NODEJS_22_X,
        handler="index.handler",
        code=aws_lambda.Code.from_inline("exports.handler = async event => event;"),
    )
    exec(snippet["translations"]["python"]["source"], {**vars(aws_cdk), **vars(cdk_async_invoke), "app": app, "fn": fn})
assert snippets
