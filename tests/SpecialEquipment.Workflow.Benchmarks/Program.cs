using SpecialEquipment.Workflow.Benchmarks;

// usage: dotnet run -c Release --project tests/SpecialEquipment.Workflow.Benchmarks -- [burst] [human-task] [push] [--check]
var all = args.All(a => a.StartsWith("--", StringComparison.Ordinal));
var floors = new Floors();
if (all || args.Contains("burst"))
    BurstBenchmark.Run(floors);
if (all || args.Contains("human-task"))
    await HumanTaskBenchmark.RunAsync(floors);
if (all || args.Contains("push"))
    await PushBenchmark.RunAsync(floors);
return floors.Report(check: args.Contains("--check"));
