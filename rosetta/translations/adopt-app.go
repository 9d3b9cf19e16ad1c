package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke/mixins"
)

func main() {
	app := awscdk.NewApp(nil)
	awscdk.Mixins_Of(app, nil).Apply(mixins.NewFunctionFailureDestination(nil), mixins.NewFunctionAsyncAlarms(nil))
}
