using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.CaseFile.Export;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.CaseFile;

public sealed class ExportCaseTests
{
    private static async Task<ZipArchive?> ExportAsync(County county, string who, Guid id)
    {
        var content = new MemoryStream();
        var found = await county.ReadAsync(async (services, _) =>
        {
            var (export, actor) = (services.GetRequiredService<ExportCase>(), await county.ActorAsync(who));
            if (await export.OpenAsync(id, actor, CancellationToken.None) is not { } view)
                return false;
            await export.WriteAsync(view, actor, new OnlyForward(content), CancellationToken.None);
            return true;
        });
        content.Position = 0;
        return found ? new ZipArchive(content, ZipArchiveMode.Read) : null;
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName == name).Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task The_whole_case_goes_into_one_file_and_taking_it_is_on_record()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-20");
        using var zip = (await ExportAsync(county, "officer1", id))!;
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        var documents = await county.DocumentsAsync(id);
        Assert.Equal(documents.Count, names.Count(n => n.StartsWith("02 文书/", StringComparison.Ordinal) && n.EndsWith(".html", StringComparison.Ordinal)));
        Assert.Equal(documents.Count, names.Count(n => n.StartsWith("02 文书/", StringComparison.Ordinal) && n.EndsWith(".docx", StringComparison.Ordinal)));
        Assert.Contains(names, n => n.Contains(documents[0].Number, StringComparison.Ordinal));
        Assert.Contains((await county.MatterAsync(id)).Number!, Text(zip, "01 案情摘要.html"));
        Assert.Contains("校验链完整", Text(zip, "04 办理台账/台账.html"));
        Assert.Contains(await county.LedgerAsync(id), e => e is { Act: "export-case", Kind: "access" } && e.PersonName == (county.ActorAsync("officer1").Result).PersonName);

        var attachments = await county.ReadAsync((_, db) => (from b in db.Set<AttachmentBinding>() join a in db.Set<Attachment>() on b.AttachmentId equals a.Id where b.MatterId == id select a.Sha256).ToListAsync());
        var photos = zip.Entries.Where(e => e.FullName.StartsWith("03 照片与附件/", StringComparison.Ordinal)).ToList();
        Assert.Equal(attachments.Order(), photos.Select(Hash).Order());
        var index = Text(zip, "00 案卷目录.html");
        Assert.All(names.Where(n => n != "00 案卷目录.html"), n => Assert.Contains(n, index));
        Assert.All(attachments, hash => Assert.Contains(hash, index));
    }

    /// <summary>As the note in the archive says, and with nothing of this program.</summary>
    [Fact]
    public async Task An_officials_copy_of_the_ledger_can_be_verified_by_anybody()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        using var zip = (await ExportAsync(county, "officer1", id))!;
        Assert.Contains("SHA-256", Text(zip, "04 办理台账/校验说明.txt"));
        var ledger = JsonDocument.Parse(Text(zip, "04 办理台账/台账.json")).RootElement;
        var matter = Guid.Parse(ledger.GetProperty("matterId").GetString()!);
        var previous = (string?)null;
        foreach (var entry in ledger.GetProperty("entries").EnumerateArray())
        {
            Assert.Equal(previous, entry.GetProperty("previousHash").GetString());
            Assert.Equal(HashOf(entry, matter), entry.GetProperty("hash").GetString());
            previous = entry.GetProperty("hash").GetString();
        }
        Assert.Equal((await county.LedgerAsync(id)).Count, ledger.GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task A_unit_takes_its_own_case_and_no_other_and_not_what_others_looked_at()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var other = await county.OtherUnitsHazardAsync();
        Assert.Null(await ExportAsync(county, "enterprise1", other));
        Assert.DoesNotContain(await county.LedgerAsync(other), e => e.Act == "export-case");

        var own = await county.OrderedAsync("2026-03-20");
        (await ExportAsync(county, "officer1", own))!.Dispose();
        using var zip = (await ExportAsync(county, "enterprise1", own))!;
        var ledger = JsonDocument.Parse(Text(zip, "04 办理台账/台账.json")).RootElement;
        Assert.True(ledger.GetProperty("isPart").GetBoolean());
        Assert.Equal(1, ledger.GetProperty("entries").EnumerateArray().Count(e => e.GetProperty("act").GetString() == "export-case"));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.EndsWith("校验说明.txt", StringComparison.Ordinal));
        Assert.Contains("不能单独据以校验全链", Text(zip, "04 办理台账/台账.html"));
    }

    /// <summary>TSJB art. 33.</summary>
    [Fact]
    public async Task Who_tipped_off_is_in_the_copy_of_those_who_handle_it_only()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var report = (await county.ReportFormAsync()) with { Source = HazardSource.TipOff, FinderName = "匿名举报人甲" };
        var id = (await county.TryReportAsync("inspector1", report)).Value.MatterId;
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        async Task<bool> NamesAsync(string who)
        {
            using var zip = (await ExportAsync(county, who, id))!;
            return zip.Entries.Any(e => new StreamReader(e.Open()).ReadToEnd().Contains("匿名举报人甲", StringComparison.Ordinal));
        }
        Assert.True(await NamesAsync("officer1"));
        Assert.False(await NamesAsync("inspector1"));
        Assert.False(await NamesAsync("enterprise1"));
    }

    [Fact]
    public async Task A_lost_original_is_named_and_the_rest_is_kept()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var lost = await county.ReadAsync((_, db) => (from b in db.Set<AttachmentBinding>() join a in db.Set<Attachment>() on b.AttachmentId equals a.Id where b.MatterId == id select a.Sha256).FirstAsync());
        Assert.True(county.Services.GetRequiredService<IAttachmentStore>().RemoveUnlessSentSince(lost, DateTimeOffset.MaxValue));
        using var zip = (await ExportAsync(county, "officer1", id))!;
        Assert.Contains("原件缺失", Text(zip, "00 案卷目录.html"));
        Assert.Contains(zip.Entries, e => e.FullName == "04 办理台账/台账.json");
    }

    [Theory]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j\u0001.jpg", "a_b_c_d_e_f_g_h_i_j_.jpg")]
    [InlineData(" ..机房照片.jpg. ", "机房照片.jpg")]
    public void Names_are_ones_that_no_file_system_minds(string name, string safe) => Assert.Equal(safe, CaseFolder.Safe(name));

    private static string Hash(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static string HashOf(JsonElement e, Guid matter)
    {
        using var bytes = new MemoryStream();
        void Raw(byte[]? value)
        {
            Span<byte> length = stackalloc byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, value?.Length ?? -1);
            bytes.Write(length);
            bytes.Write(value ?? []);
        }
        void Words(string name) => Raw(e.GetProperty(name).GetString() is { } text ? Encoding.UTF8.GetBytes(text) : null);
        void Id(string name) => Raw(e.GetProperty(name).GetString() is { } text ? Guid.Parse(text).ToByteArray(bigEndian: true) : null);
        void Number(string name) { var b = new byte[8]; System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(b, e.GetProperty(name).GetInt64()); Raw(b); }
        Raw("ledger-entry/1"u8.ToArray());
        Raw(e.GetProperty("previousHash").GetString() is { } previous ? Convert.FromHexString(previous) : null);
        Raw(matter.ToByteArray(bigEndian: true));
        Number("sequence");
        Words("act");
        Words("kind");
        Words("summary");
        Id("userId");
        Id("personId");
        Words("personName");
        Id("postId");
        Words("postName");
        Words("onBehalfOf");
        Number("eventTimeUnixMilliseconds");
        Number("receivedAtUnixMilliseconds");
        Words("stateAfter");
        Id("documentId");
        Raw(e.GetProperty("detailBase64").GetString() is { } detail ? Convert.FromBase64String(detail) : null);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    /// <summary>As an answer over the network is: asynchronous, and never back.</summary>
    private sealed class OnlyForward(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override void Flush() => throw new InvalidOperationException("synchronous");
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
