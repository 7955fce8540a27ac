using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SpecialEquipment.Workflow.Storage.Conventions;

/// <summary>Stores every enum as its UPPER_SNAKE_CASE name: readable in the database, the same text as in the API.</summary>
internal sealed class UpperSnakeEnums : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (!type.IsEnum || property.GetValueConverter() is not null)
                continue;
            property.Builder.HasConversion((ValueConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type))!);
            property.Builder.HasMaxLength(40);
        }
    }

    private sealed class Converter<T>() : ValueConverter<T, string>(v => UpperSnake.From(v), s => UpperSnake.To<T>(s))
        where T : struct, Enum;
}
