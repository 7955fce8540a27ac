using SpecialEquipment.Workflow.Benchmarks;
using SpecialEquipment.Workflow.Benchmarks.Size;

// usage: dotnet run -c Release --project tests/SpecialEquipment.Workflow.Benchmarks -- [burst] [human-task] [push] [import] [export] [size [--rows 0.05] [--on sqlite|postgresql] [--keep folder] [--plans]] [soak [--minutes 2] [--rows 0.01]] [--check]
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
// minutes and gigabytes: only when asked for by name
if (args.Contains("size"))
    await SizeBenchmark.RunAsync(floors, args);
if (args.Contains("soak"))
    await SoakBenchmark.RunAsync(floors, args);
return floors.Report(check: args.Contains("--check"));
