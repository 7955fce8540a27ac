using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

/// <summary>
/// SHA-256 over the entry's fields in a fixed order, each preceded by its length in bytes (four bytes, big-endian; −1 for none),
/// so that no two different entries share their bytes. Instants are Unix milliseconds, ids their 16 bytes in text order.
/// </summary>
public static class LedgerHash
{
    private static readonly byte[] Form = "ledger-entry/1"u8.ToArray();

    public static byte[] Of(LedgerEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Add(bytes, Form);
        Add(bytes, entry.PreviousHash);
        Add(bytes, entry.MatterId);
        Add(bytes, entry.Sequence);
        Add(bytes, entry.Act);
        Add(bytes, entry.Kind);
        Add(bytes, entry.Summary);
        Add(bytes, entry.UserId);
        Add(bytes, entry.PersonId);
        Add(bytes, entry.PersonName);
        Add(bytes, entry.PostId);
        Add(bytes, entry.PostName);
        Add(bytes, entry.OnBehalfOf);
        Add(bytes, entry.EventTime.ToUnixTimeMilliseconds());
        Add(bytes, entry.ReceivedAt.ToUnixTimeMilliseconds());
        Add(bytes, entry.StateAfter);
        Add(bytes, entry.DocumentId);
        Add(bytes, entry.Detail);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            Length(to, -1);
            return;
        }
        Length(to, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, to);
    }

    private static void Add(ArrayBufferWriter<byte> to, byte[]? value)
    {
        Length(to, value?.Length ?? -1);
        to.Write(value);
    }

    private static void Add(ArrayBufferWriter<byte> to, Guid? value)
    {
        if (value is not { } id)
        {
            Length(to, -1);
            return;
        }
        Length(to, 16);
        id.TryWriteBytes(to.GetSpan(16), bigEndian: true, out _);
        to.Advance(16);
    }

    private static void Add(ArrayBufferWriter<byte> to, long value)
    {
        Length(to, 8);
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), value);
        to.Advance(8);
    }

    private static void Length(ArrayBufferWriter<byte> to, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), length);
        to.Advance(4);
    }
}
