using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpecialEquipment.Workflow.Capabilities.Attachments.Thumbnails;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Attachments;

/// <summary>The pictures are 640 × 480, dark blue with a white upper left quarter.</summary>
public class ThumbnailTests
{
    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Attachments", "Pictures", name));

    private static int Bright(Picture picture, double x, double y) =>
        picture.Samples[((int)(y * picture.Height) * picture.Width + (int)(x * picture.Width)) * Raster.Channels];

    [Theory]
    [InlineData("halved.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("grey.jpg")]
    [InlineData("palette.png")]
    [InlineData("deep.png")]
    [InlineData("alpha.png")]
    public void A_picture_becomes_a_small_one_that_shows_the_same(string name)
    {
        var file = Read(name);
        var picture = name.EndsWith("png", StringComparison.Ordinal) ? PngPicture.Shrink(file, 320) : JpegPicture.Shrink(file, 320);
        Assert.NotNull(picture);
        Assert.Equal((320, 240), (picture.Width, picture.Height));
        Assert.InRange(Bright(picture, 0.25, 0.25), 250, 255);
        Assert.InRange(Bright(picture, 0.75, 0.25), 30, 75);
        Assert.InRange(Bright(picture, 0.25, 0.75), 30, 75);

        var jpeg = JpegPicture.Encode(picture);
        Assert.InRange(jpeg.Length, 500, 20_000);
        var again = JpegPicture.Shrink(jpeg, 320)!;
        Assert.Equal((320, 240), (again.Width, again.Height));
        Assert.InRange(Bright(again, 0.25, 0.25), 245, 255);
        Assert.InRange(Bright(again, 0.75, 0.75), 25, 80);
    }

    /// <summary>Which corner is white after the camera's turn is undone.</summary>
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    [InlineData(9, 0, 0)]
    public void The_way_the_camera_was_held_is_undone(int orientation, int right, int below)
    {
        foreach (var little in new[] { true, false })
        {
            var picture = JpegPicture.Shrink(Held(Read("halved.jpg"), orientation, little), 320)!;
            Assert.Equal(orientation is >= 5 and <= 8 ? (240, 320) : (320, 240), (picture.Width, picture.Height));
            Assert.InRange(Bright(picture, 0.25 + 0.5 * right, 0.25 + 0.5 * below), 250, 255);
            Assert.InRange(Bright(picture, 0.75 - 0.5 * right, 0.75 - 0.5 * below), 30, 75);
        }
    }

    [Fact]
    public void A_small_picture_is_not_blown_up_and_a_long_one_keeps_its_form()
    {
        Assert.Equal((640, 480), (JpegPicture.Shrink(Read("halved.jpg"), 1000)!.Width, JpegPicture.Shrink(Read("halved.jpg"), 1000)!.Height));
        var raster = new Raster(20_000, 10, 320);
        Assert.Equal((320, 1), (raster.Width, raster.Height));
    }

    [Fact]
    public void What_declares_too_many_pixels_is_not_decoded()
    {
        var jpeg = Read("halved.jpg");
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 29_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 29_000);
        Assert.Null(JpegPicture.Shrink(jpeg, 320));

        var png = Read("palette.png");
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 29_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), 29_000);
        Assert.Null(PngPicture.Shrink(png, 320));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), uint.MaxValue);
        Assert.Null(PngPicture.Shrink(png, 320));
        Assert.Equal((640, 480), WebpSize.Of(Read("plain.webp")));
    }

    [Fact]
    public void Sampling_that_no_camera_writes_is_refused_before_the_decoder_sees_it()
    {
        var jpeg = Read("halved.jpg");
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        jpeg[frame + 11] = 0x33;
        Assert.Null(JpegPicture.Shrink(jpeg, 320));
    }

    [Fact]
    public async Task Whatever_is_sent_the_answer_is_a_picture_and_never_an_error()
    {
        await using var web = await WebBench.StartAsync();
        var half = Read("halved.jpg")[..900];
        var noise = Read("halved.jpg");
        new Random(7).NextBytes(noise.AsSpan(640));
        var deflated = Read("palette.png");
        deflated.AsSpan(deflated.Length / 2).Clear();
        (string Name, byte[] File, string Type)[] sent =
        [
            ("好.jpg", Read("halved.jpg"), "image/jpeg"), ("png.png", Read("alpha.png"), "image/jpeg"), ("w.webp", Read("plain.webp"), "image/webp"),
            ("四色.jpg", Read("cmyk.jpg"), "image/svg+xml"), ("隔行.png", Read("interlaced.png"), "image/svg+xml"), ("坏.png", deflated, "image/svg+xml"),
            ("头.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[900]], "image/svg+xml"), ("断.jpg", half, ""), ("乱.jpg", noise, ""),
        ];
        foreach (var (name, file, type) in sent)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
            using var posted = await web.Client.SendAsync(web.Call(HttpMethod.Post, "/api/attachments", "inspector1", form));
            var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            for (var time = 0; time < 2; time++)
            {
                using var answer = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}/thumbnail", "inspector1"));
                Assert.True(answer.StatusCode == HttpStatusCode.OK, name);
                Assert.StartsWith("image/", answer.Content.Headers.ContentType!.MediaType!);
                Assert.True(type.Length == 0 || type == answer.Content.Headers.ContentType.MediaType, $"{name} {answer.Content.Headers.ContentType}");
                Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            }
            using var original = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}", "inspector1"));
            Assert.Equal(file, await original.Content.ReadAsByteArrayAsync());
            using var stranger = await web.Client.SendAsync(web.Call(HttpMethod.Get, $"/api/attachments/{id}/thumbnail", "enterprise1"));
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        }
        Assert.Equal(sent.Length, Directory.GetFiles(Path.Combine(web.Bench.Folder, "attachments"), "*.320.jpg", SearchOption.AllDirectories).Length);
    }

    /// <summary>With an EXIF segment as a camera writes it.</summary>
    private static byte[] Held(byte[] jpeg, int orientation, bool little)
    {
        var exif = new byte[6 + 8 + 2 + 12 + 4];
        "Exif\0\0"u8.CopyTo(exif);
        var tiff = exif.AsSpan(6);
        (little ? "II"u8 : "MM"u8).CopyTo(tiff);
        void Put(int at, int value) { if (little) BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(6 + at), (ushort)value); else BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(6 + at), (ushort)value); }
        Put(2, 42);
        Put(little ? 4 : 6, 8);
        Put(8, 1);
        Put(10, 0x0112);
        Put(12, 3);
        Put(little ? 14 : 16, 1);
        Put(18, orientation);
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
