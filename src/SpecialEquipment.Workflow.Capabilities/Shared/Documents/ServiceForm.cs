namespace SpecialEquipment.Workflow.Capabilities.Shared.Documents;

/// <summary>What a person records of a service (送达回证); every property is nullable, so that all that is missing is objected to at once.</summary>
public sealed record ServiceForm
{
    /// <summary>DIRECT, LEFT, ELECTRONIC, MAIL, ENTRUSTED or PUBLIC_NOTICE.</summary>
    public string? Mode { get; init; }
    public string? Receiver { get; init; }

    /// <summary>When it was handed over; now when left out. MAIL and PUBLIC_NOTICE are served on the day their own facts give.</summary>
    public DateTimeOffset? ServedAt { get; init; }

    /// <summary>The receiver would not sign.</summary>
    public bool Refused { get; init; }
    public string? Note { get; init; }

    /// <summary>Names of those who saw it left or refused: two, unless it was recorded.</summary>
    public IReadOnlyList<string?>? Witnesses { get; init; }

    /// <summary>Sound or video of the service is kept.</summary>
    public bool Recorded { get; init; }

    /// <summary>ELECTRONIC: the addressee's written consent, by number or date (APL art. 61).</summary>
    public string? Consent { get; init; }

    /// <summary>ENTRUSTED: the organ that served it for us.</summary>
    public string? EntrustedTo { get; init; }

    /// <summary>MAIL: the date on the return receipt, which is the day of service.</summary>
    public DateOnly? ReceiptDate { get; init; }

    /// <summary>PUBLIC_NOTICE: the day the notice was published; served when its period is over.</summary>
    public DateOnly? NoticedOn { get; init; }
}

/// <summary>What proves the service, beside mode, receiver and time.</summary>
public sealed record ProofOfService(IReadOnlyList<string> Witnesses, bool Recorded, string? Consent, string? EntrustedTo, DateOnly? ReceiptDate, DateOnly? NoticedOn)
{
    /// <summary>In words, as printed and shown: "见证人：甲、乙；全程录音录像".</summary>
    public string Text => string.Join("；", new[]
    {
        Witnesses.Count > 0 ? $"见证人：{string.Join("、", Witnesses)}" : null,
        Recorded ? "全程录音录像" : null,
        Consent is null ? null : $"当事人书面同意：{Consent}",
        EntrustedTo is null ? null : $"受托送达机关：{EntrustedTo}",
        ReceiptDate is { } receipt ? $"回执日期 {Deadlines.ShanghaiTime.Text(receipt)}" : null,
        NoticedOn is { } notice ? $"公告日期 {Deadlines.ShanghaiTime.Text(notice)}" : null,
    }.OfType<string>());
}
