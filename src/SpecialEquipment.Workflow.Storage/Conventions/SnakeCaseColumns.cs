using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SpecialEquipment.Workflow.Storage.Conventions;

/// <summary>Columns are snake_case unless a mapping names them, so the same hand-written SQL reads all three databases.</summary>
internal sealed class SnakeCaseColumns : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsMappedToJson() || entity.GetTableName() is not { } table)
                continue;
            var place = StoreObjectIdentifier.Table(table, entity.GetSchema());
            foreach (var property in entity.GetDeclaredProperties())
                property.Builder.HasColumnName(UpperSnake.Snake(property.GetDefaultColumnName(place) ?? property.Name));
        }
    }
}
