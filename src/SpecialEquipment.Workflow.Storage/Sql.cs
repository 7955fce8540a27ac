using System.Data;
using System.Data.Common;
using System.Diagnostics.Metrics;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage;

/// <summary>A command of the hot path: compiled once per connection, parameters bound by order of first use. Not for concurrent use.</summary>
public sealed class Sql : IDisposable
{
    private static readonly Counter<long> Commands = new Meter("SpecialEquipment.Workflow.Storage").CreateCounter<long>("commands");
    private readonly DbCommand command;
    private readonly Dialect dialect;
    private int bound;
    private bool isPrepared;

    internal Sql(DbConnection connection, string text, Dialect dialect)
    {
        this.dialect = dialect;
        command = connection.CreateCommand();
        command.CommandText = text;
    }

    internal Sql Within(DbTransaction? transaction)
    {
        command.Transaction = transaction;
        bound = 0;
        return this;
    }

    public Sql Id(string name, Guid? value) { dialect.BindId(Next(name), value); return this; }
    public Sql At(string name, DateTimeOffset? value) { dialect.BindInstant(Next(name), value); return this; }
    public Sql Text(string name, string? value) => Plain(name, DbType.String, value);
    public Sql Number(string name, long? value) => Plain(name, DbType.Int64, value);
    public Sql Number(string name, int value) => Plain(name, DbType.Int32, value);
    public Sql Flag(string name, bool value) => Plain(name, DbType.Boolean, value);

    public Sql Bytes(string name, byte[]? value) => Plain(name, DbType.Binary, value);

    public Sql Bytes(string name, ReadOnlyMemory<byte> memory) =>
        Plain(name, DbType.Binary, System.Runtime.InteropServices.MemoryMarshal.TryGetArray(memory, out var part) && part.Array is { } array && part.Offset == 0 && part.Count == array.Length
            ? array : memory.ToArray());

    public Task<int> ExecuteAsync(CancellationToken cancellation) => Ready().ExecuteNonQueryAsync(cancellation);
    public Task<object?> ScalarAsync(CancellationToken cancellation) => Ready().ExecuteScalarAsync(cancellation);
    public Task<DbDataReader> ReadAsync(CancellationToken cancellation) => Ready().ExecuteReaderAsync(cancellation);

    public Guid ReadId(DbDataReader reader, int ordinal) => dialect.ReadId(reader, ordinal);
    public DateTimeOffset ReadInstant(DbDataReader reader, int ordinal) => dialect.ReadInstant(reader, ordinal);
    public DateTimeOffset? ReadInstantOrNull(DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : dialect.ReadInstant(reader, ordinal);

    public void Dispose() => command.Dispose();

    private Sql Plain(string name, DbType type, object? value)
    {
        var parameter = Next(name);
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        return this;
    }

    private DbParameter Next(string name)
    {
        if (bound < command.Parameters.Count)
            return command.Parameters[bound++];
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        command.Parameters.Add(parameter);
        bound++;
        return parameter;
    }

    private DbCommand Ready()
    {
        Commands.Add(1);
        if (!isPrepared && dialect.PreparesCommands)
        {
            command.Prepare();
            isPrepared = true;
        }
        return command;
    }
}
