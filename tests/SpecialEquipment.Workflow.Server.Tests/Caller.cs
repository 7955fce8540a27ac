using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>What the server answered: the status and, when there is one, the JSON body.</summary>
public sealed record Answer(int Status, JsonElement Body)
{
    public string? Code => Text("code");
    public string? Detail => Text("detail");

    public IReadOnlyList<string> Fields => [.. Errors.Select(e => e.GetProperty("field").GetString()!)];

    public IEnumerable<JsonElement> Errors =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : [];

    public string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ToString() : null;

    public override string ToString() => $"{Status} {Body}";
}

/// <summary>One signed-in person who calls the server as another system would.</summary>
public sealed class Caller(HttpClient http, string userName) : IDisposable
{
    /// <summary>The smallest whole PNG; what a photo is to a test.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public string UserName => userName;
    public HttpClient Http => http;

    public static async Task<Caller> SignInAsync(ServerHost host, string userName) => new(await host.SignInAsync(userName), userName);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request);
        return await ReadAsync(response);
    }

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer((int)response.StatusCode, isJson && text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>What must succeed for the test to make sense.</summary>
    public async Task<JsonElement> MustAsync(Task<Answer> call)
    {
        var answer = await call;
        Assert.True(answer.Status is >= 200 and < 300, $"{userName}: {answer}");
        return answer.Body;
    }

    public Task<Answer> UploadAsync(byte[] content, string name = "现场照片.png", string type = "image/png")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return SendAsync(HttpMethod.Post, "/api/attachments", new MultipartFormDataContent { { file, "file", name } });
    }

    /// <summary>A photo, uploaded and ready to be named in a form.</summary>
    public async Task<object> PhotoAsync()
    {
        var stored = await MustAsync(UploadAsync(Png));
        return new { attachmentId = stored.GetProperty("id").GetGuid(), sha256 = stored.GetProperty("sha256").GetString() };
    }

    public void Dispose() => http.Dispose();
}
