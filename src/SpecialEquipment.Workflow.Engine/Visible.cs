using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SpecialEquipment.Workflow.Engine.Tests")]
