using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

public sealed class DemoTables : ITables
{
    public void Map(ModelBuilder model)
    {
        var story = model.Entity<DemoStory>();
        story.ToTable("demo_story").HasKey(s => s.Number);
        story.Property(s => s.Number).ValueGeneratedNever();
    }
}
