awscdk.Validations_Of(app).AddPlugins(cdkasyncinvoke.NewAsyncInvokeChecks(nil))
