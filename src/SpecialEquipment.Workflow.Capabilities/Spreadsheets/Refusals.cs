using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

/// <summary>The ways this capability says no.</summary>
internal static class Refusals
{
    public static Rejection NoSuchImport => Rejection.NotFound("spreadsheets.no-such-import", "没有这次导入，或者您无权查看。");

    public static Rejection NotYours => Rejection.Forbidden("spreadsheets.not-yours", "Excel 导入应由承办人或管理员办理，实际您没有该角色。");

    public static Rejection NoSuchKind(string? kind) => Rejection.Form(
        "spreadsheets.no-such-kind", $"没有“{kind}”这种导入。", new FieldObjection("kind", "可导入的表之一", kind is { Length: > 0 } ? kind : "（空）"));

    public static Rejection NoFile => Rejection.Form(
        "spreadsheets.no-file", "应上传一个 .xlsx 文件（multipart/form-data，字段名 file），实际没有。", new FieldObjection("file", "一个 .xlsx 文件", "（空）"));

    public static Rejection TooLarge => new Rejection("spreadsheets.too-large", "工作簿应不超过 32 MB，实际超出。请拆分后分别导入。")
    {
        Status = 413, Errors = [new FieldObjection("file", "不超过 32 MB", "超出 32 MB")],
    };

    public static Rejection NoRows => Rejection.Form(
        "spreadsheets.no-rows", "标题行之下应有数据，实际没有。", new FieldObjection("file", "标题行和至少一行数据", "没有数据行"));

    public static Rejection WrongState(SheetImport import, string expected) =>
        Rejection.Conflict("spreadsheets.wrong-state", $"应为{expected}的导入，实际为“{import.State.Name()}”。") with
        {
            CurrentVersion = import.Version,
        };

    public static Rejection NothingToImport => Rejection.Conflict("spreadsheets.nothing-to-import", "应至少有一行可以导入，实际没有：请下载退回的行，改正后重新上传。");

    public static Rejection Mapping(IReadOnlyList<FieldObjection> errors) =>
        new("spreadsheets.mapping", $"列的对应有 {errors.Count} 处不符合要求：{errors[0].Expected}，{errors[0].Actual}。") { Errors = errors };

    public static Rejection NoSuchSheet(int asked) => Rejection.Form(
        "spreadsheets.no-such-sheet", "应为工作簿中的一张工作表，实际没有。", new FieldObjection("sheet", "工作表的序号（从 0 起）", $"{asked}"));
}
