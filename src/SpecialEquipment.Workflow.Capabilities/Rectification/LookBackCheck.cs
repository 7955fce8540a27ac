using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>One check after sign-off whether the hazard is still gone (回头看): every MAJOR, a sample of GENERAL, in a window of days.</summary>
public sealed class LookBackCheck
{
    public long Key { get; set; }
    public Guid MatterId { get; init; }

    /// <summary>Why it was drawn, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>0 to 9999; drawn when below the share in ten-thousandths.</summary>
    public int Draw { get; init; }
    public DateTimeOffset SignedOffAt { get; init; }
    public DateOnly OpensOn { get; init; }
    public DateOnly ClosesOn { get; init; }
    public LookBackResult? Result { get; set; }
    public string? Text { get; set; }
    public string? FirstInspectorName { get; set; }
    public string? SecondInspectorName { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>The new case when the hazard was there again.</summary>
    public Guid? NewMatterId { get; set; }
}

public enum LookBackResult { Holds, Relapsed }

/// <summary>
/// Draws the sample so that anybody can draw it again: the first four bytes of SHA-256 over the matter's id and the month of its
/// sign-off, modulo ten thousand.
/// </summary>
internal static class LookBackSample
{
    private const int Parts = 10_000;

    public static int Draw(Guid matterId, DateOnly signedOffOn)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{matterId:D}|{signedOffOn:yyyy-MM}");
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % Parts);
    }

    /// <param name="percent">Share of the policy pack.</param>
    public static bool IsDrawn(int draw, decimal percent) => draw < percent * Parts / 100;
}
