using Microsoft.AspNetCore.Diagnostics;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>
/// The third kind of trouble (DESIGN D11): anything that is neither a rejection nor transient. Logged with its trace id and answered
/// as 500; bodies that cannot be read are the caller's and answered as 400/413 in Chinese.
/// </summary>
public sealed class Faults(ILogger<Faults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            return true;
        }
        if (exception is BadHttpRequestException bad)
        {
            await Read(bad).ToHttp().ExecuteAsync(http);
            return true;
        }
        log.LogError(exception, "fault in {Method} {Path}, trace {TraceId}", http.Request.Method, http.Request.Path, http.TraceIdentifier);
        await new Rejection("server.fault", "系统出错，操作未生效，已记录。请稍后重试；仍不成功的，将编号告知管理员。") { Status = StatusCodes.Status500InternalServerError }
            .ToHttp().ExecuteAsync(http);
        return true;
    }

    private static Rejection Read(BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new Rejection("request.too-large", "上传内容过大：应不超过规定大小，实际已超过。") { Status = bad.StatusCode }
        : new Rejection("request.unreadable", "请求内容无法识别：应为规定格式的 JSON，实际不符。")
        {
            Status = bad.StatusCode,
            Errors = bad.InnerException is System.Text.Json.JsonException { Path: { } path }
                ? [new FieldObjection(path.TrimStart('$', '.'), "符合字段类型的值", "无法识别的值")]
                : [],
        };
}
