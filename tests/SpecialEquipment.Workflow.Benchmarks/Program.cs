using SpecialEquipment.Workflow.Benchmarks;

// usage: dotnet run -c Release --project tests/SpecialEquipment.Workflow.Benchmarks -- [burst] [human-task] [push] [import] [export] [--check]
var all = args.All(a => a.StartsWith("--", StringComparison.Ordinal));
var floors = new Floors();
if (all || args.Contains("burst"))
    BurstBenchmark.Run(floors);
if (all || args.Contains("human-task"))
    await HumanTaskBenchmark.RunAsync(floors);
if (all || args.Contains("push"))
    await PushBenchmark.RunAsync(floors);
if (all || args.Contains("import") || args.Contains("export"))
    await SheetBenchmarks.RunAsync(floors, import: all || args.Contains("import"), export: all || args.Contains("export"));
return floors.Report(check: args.Contains("--check"));
