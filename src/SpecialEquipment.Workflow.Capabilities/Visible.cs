using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SpecialEquipment.Workflow.Capabilities.Tests")]
