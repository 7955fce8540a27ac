using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Attachments;

public class AttachmentTests
{
    private readonly Guid matter = Guid.CreateVersion7();

    private static byte[] Jpeg(int size = 4000, byte fill = 7) => [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Repeat(fill, size - 4)];

    private static async Task<Result<UploadAttachment.Receipt>> UploadAsync(Bench bench, Actor actor, byte[] content, string name = "机房.jpg")
    {
        var store = bench.Services.GetRequiredService<IAttachmentStore>();
        using var file = await store.ReceiveAsync(new MemoryStream(content), UploadAttachment.SizeLimit, default);
        return await bench.Services.GetRequiredService<UploadAttachment>().KeepAsync(file, name, null, actor, default);
    }

    private static Task<Result<IReadOnlyList<AttachmentView>>> BindAsync(Bench bench, Actor actor, Guid matterId, string kind, params AttachmentRef[] files) =>
        bench.ActAsync(actor, (act, token) => act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(act, matterId, kind, files, "evidence", token));

    private static int FilesIn(Bench bench)
    {
        var folder = Path.Combine(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(bench.Database.ConnectionString).DataSource)!, "attachments");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }

    [Fact]
    public async Task An_upload_is_hashed_named_and_kept_once_per_content()
    {
        await using var bench = await Bench.WithCountyAsync();
        var actor = await bench.ActorAsync("inspector1");
        var content = Jpeg();
        var first = (await UploadAsync(bench, actor, content, "C:\\照片\\机房\t前.jpg")).Value;
        var second = (await UploadAsync(bench, actor, content)).Value;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), first.Sha256);
        Assert.Equal(("机房前.jpg", "image/jpeg", 4000L), (first.Name, first.ContentType, first.Size));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(1, FilesIn(bench));
        await using var stored = bench.Services.GetRequiredService<IAttachmentStore>().Open(first.Sha256)!;
        Assert.Equal(first.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stored)));
    }

    [Theory]
    [InlineData("GIF89a0000000000")]
    [InlineData("<html><script>x</script>")]
    [InlineData("MZ00000000000000")]
    [InlineData("x")]
    public async Task What_is_no_picture_and_no_pdf_is_refused_whatever_its_name(string content)
    {
        await using var bench = await Bench.WithCountyAsync();
        var refused = await UploadAsync(bench, await bench.ActorAsync("inspector1"), System.Text.Encoding.ASCII.GetBytes(content), "photo.jpg");
        Assert.Equal("attachments.wrong-kind", refused.Rejection!.Code);
        Assert.Equal(0, FilesIn(bench));
        Assert.Equal(0, await bench.ReadAsync((_, db) => db.Set<Attachment>().CountAsync()));
    }

    [Fact]
    public async Task Reading_stops_at_the_limit_and_leaves_nothing()
    {
        await using var bench = await Bench.WithCountyAsync();
        var store = bench.Services.GetRequiredService<IAttachmentStore>();
        var endless = new EndlessStream();
        using (var file = await store.ReceiveAsync(endless, 1_000_000, default))
        {
            Assert.True(file.IsOverLimit);
        }
        Assert.InRange(endless.Sent, 1_000_001, 1_000_000 + 2 * 64 * 1024);
        Assert.Equal(0, FilesIn(bench));
    }

    [Fact]
    public async Task Binding_makes_it_evidence_of_the_matter()
    {
        await using var bench = await Bench.WithCountyAsync();
        var actor = await bench.ActorAsync("inspector1");
        var file = (await UploadAsync(bench, actor, Jpeg())).Value;
        var bound = await BindAsync(bench, actor, matter, "BEFORE", new AttachmentRef(file.Id, file.Sha256.ToUpperInvariant()));
        Assert.Equal(("BEFORE", actor.PersonName), (bound.Value.Single().Kind, bound.Value.Single().UploadedByName));
        await BindAsync(bench, actor, matter, "BEFORE", new AttachmentRef(file.Id, file.Sha256));
        await BindAsync(bench, actor, matter, "EVIDENCE", new AttachmentRef(file.Id, file.Sha256));

        var views = await bench.ReadAsync((services, db) => services.GetRequiredService<IAttachmentBinder>().OfMatterAsync(db, matter, default));
        Assert.Equal(["BEFORE", "EVIDENCE"], views.Select(v => v.Kind));
        var entry = await bench.ReadAsync((_, db) => db.Set<LedgerEntry>().FirstAsync(e => e.MatterId == matter));
        Assert.Contains(file.Sha256, System.Text.Encoding.UTF8.GetString(entry.Detail!));
    }

    [Fact]
    public async Task A_changed_an_unknown_and_anothers_file_are_refused_each_with_its_place()
    {
        await using var bench = await Bench.WithCountyAsync();
        var actor = await bench.ActorAsync("inspector1");
        var good = (await UploadAsync(bench, actor, Jpeg())).Value;
        var others = (await UploadAsync(bench, actor, Jpeg(fill: 9))).Value;
        await BindAsync(bench, actor, Guid.CreateVersion7(), "EVIDENCE", new AttachmentRef(others.Id, others.Sha256));
        var refused = await BindAsync(
            bench, actor, matter, "EVIDENCE", new AttachmentRef(good.Id, new string('0', 64)), new AttachmentRef(Guid.CreateVersion7(), good.Sha256),
            new AttachmentRef(others.Id, others.Sha256), new AttachmentRef(good.Id, good.Sha256));
        Assert.Equal(["evidence[0].sha256", "evidence[1].attachmentId", "evidence[2].attachmentId"], refused.Rejection!.Errors.Select(e => e.Field));
        Assert.Equal(0, await bench.ReadAsync((_, db) => db.Set<AttachmentBinding>().CountAsync(b => b.MatterId == matter)));
    }

    [Fact]
    public async Task Before_binding_only_the_uploader_sees_it_afterwards_whoever_sees_the_matter()
    {
        await using var bench = await Bench.WithCountyAsync();
        var uploader = await bench.ActorAsync("enterprise1");
        var officer = await bench.ActorAsync("officer1");
        var stranger = await bench.ActorAsync("inspector2");
        var file = (await UploadAsync(bench, uploader, Jpeg())).Value;
        Task<Attachment?> SeeAsync(Actor actor) => bench.ReadAsync((_, db) => ReadAttachment.FindAsync(file.Id, actor, db, bench.Matters, default));
        Assert.NotNull(await SeeAsync(uploader));
        Assert.Null(await SeeAsync(officer));

        await BindAsync(bench, uploader, matter, "AFTER", new AttachmentRef(file.Id, file.Sha256));
        bench.Matters.Show(matter, officer);
        Assert.NotNull(await SeeAsync(officer));
        Assert.Null(await SeeAsync(uploader));
        Assert.Null(await SeeAsync(stranger));
    }

    [Fact]
    public async Task Orphans_go_after_a_day_and_a_content_goes_with_its_last_name()
    {
        await using var bench = await Bench.WithCountyAsync();
        var actor = await bench.ActorAsync("inspector1");
        var orphan = (await UploadAsync(bench, actor, Jpeg(fill: 1))).Value;
        var shared = (await UploadAsync(bench, actor, Jpeg(fill: 2))).Value;
        await UploadAsync(bench, actor, Jpeg(fill: 2));
        var bound = (await UploadAsync(bench, actor, Jpeg(fill: 3))).Value;
        await BindAsync(bench, actor, matter, "EVIDENCE", new AttachmentRef(bound.Id, bound.Sha256), new AttachmentRef(shared.Id, shared.Sha256));
        var duty = bench.Services.GetServices<IDuty>().Single(d => d.Name == "attachments/sweep-orphans");

        bench.Time.Advance(TimeSpan.FromHours(23));
        await duty.RunAsync(bench.Clock.GetUtcNow(), default);
        Assert.Equal(3, FilesIn(bench));

        bench.Time.Advance(TimeSpan.FromHours(2));
        var recent = (await UploadAsync(bench, actor, Jpeg(fill: 4))).Value;
        await duty.RunAsync(bench.Clock.GetUtcNow(), default);
        var left = await bench.ReadAsync((_, db) => db.Set<Attachment>().Select(a => a.Id).ToListAsync());
        Assert.Equal(new[] { shared.Id, bound.Id, recent.Id }.Order(), left.Order());
        Assert.Null(bench.Services.GetRequiredService<IAttachmentStore>().Open(orphan.Sha256));
        Assert.Equal(3, FilesIn(bench));
    }

    [Fact]
    public void The_sweep_runs_every_night_at_three()
    {
        var duty = new SweepOrphans(null!, null!, TimeProvider.System, new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        var three = new DateTimeOffset(2026, 3, 1, 19, 0, 0, TimeSpan.Zero);
        Assert.Equal(three, duty.NextSlot(three.AddSeconds(-1)));
        Assert.Equal(three.AddDays(1), duty.NextSlot(three));
    }

    private sealed class EndlessStream : Stream
    {
        public long Sent { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Sent += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
