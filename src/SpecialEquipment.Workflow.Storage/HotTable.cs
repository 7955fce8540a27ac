using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpecialEquipment.Workflow.Storage;

public static class HotTable
{
    /// <summary>
    /// Two keys for a table that grows: a bigint that clusters in order of insertion and a unique UUIDv7 that the world sees
    /// (SQL Server does not sort UUIDv7, so it must not cluster).
    /// </summary>
    public static EntityTypeBuilder<T> HasHotKeys<T>(this EntityTypeBuilder<T> table, Expression<Func<T, long>> key, Expression<Func<T, Guid>> id)
        where T : class
    {
        var keyName = ((MemberExpression)key.Body).Member.Name;
        var idName = ((MemberExpression)id.Body).Member.Name;
        table.HasKey(keyName);
        table.Property(key).HasColumnName("row_no").ValueGeneratedOnAdd(); // "key" is reserved in SQL Server
        table.Property(id).ValueGeneratedNever();
        table.HasIndex(idName).IsUnique();
        return table;
    }
}
