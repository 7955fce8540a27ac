using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SpecialEquipment.Workflow.Storage.Conventions;

/// <summary>Truncation of instants: what is stored is what is compared and hashed.</summary>
public static class Instants
{
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public static DateTimeOffset FromUnix(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(v => v.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

internal sealed class UtcDateTime() : ValueConverter<DateTimeOffset, DateTime>(
    v => Instants.Truncate(v).UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => Instants.Truncate(v), v => v.ToUniversalTime());

/// <summary>16 bytes in the order of the text form: UUIDv7 stays sorted by time, and takes less than half of the room of text.</summary>
internal sealed class BigEndianGuid() : ValueConverter<Guid, byte[]>(v => v.ToByteArray(true), v => new Guid(v, true));
