using Microsoft.AspNetCore.Http;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>The one place where the value or rejection of an act becomes an HTTP answer (problem details, DESIGN D11).</summary>
public static class ActResults
{
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult>? onValue = null) =>
        result.Rejection is { } rejection ? rejection.ToHttp() : onValue?.Invoke(result.Value) ?? Results.Ok(result.Value);

    public static IResult ToHttp(this Rejection rejection)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = rejection.Code };
        if (rejection.Errors.Count > 0)
        {
            extensions["errors"] = rejection.Errors;
        }
        if (rejection.CurrentState is not null)
        {
            extensions["currentState"] = rejection.CurrentState;
        }
        if (rejection.CurrentVersion is not null)
        {
            extensions["currentVersion"] = rejection.CurrentVersion;
        }
        return Results.Problem(rejection.Detail, statusCode: rejection.Status, title: TitleOf(rejection.Status), extensions: extensions);
    }

    private static string TitleOf(int status) => status switch
    {
        400 => "请求无法识别",
        401 => "未登录",
        403 => "没有权限",
        404 => "未找到",
        409 => "与当前状态不符",
        413 => "内容过大",
        429 => "操作过于频繁",
        _ => "不符合规定",
    };
}
