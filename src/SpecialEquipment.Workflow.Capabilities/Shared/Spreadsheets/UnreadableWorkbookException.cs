using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;

/// <summary>
/// The file is no workbook that can be read safely. Thrown from the depth of the reader; every door turns it into its <see cref="Rejection"/>.
/// </summary>
public sealed class UnreadableWorkbookException(Rejection rejection) : Exception(rejection.Detail)
{
    public Rejection Rejection { get; } = rejection;
}

/// <summary>Why a workbook is refused.</summary>
internal static class WorkbookRefusals
{
    public static UnreadableWorkbookException NoWorkbook => Of(Rejection.Form(
        "spreadsheets.no-workbook", "应为 .xlsx 工作簿，实际内容不是。", Field("有效的 .xlsx 工作簿", "其他内容")));

    public static UnreadableWorkbookException Encrypted => Of(Rejection.Form(
        "spreadsheets.encrypted", "应为未加密的 .xlsx 工作簿，实际设有打开密码。请取消密码后重新上传。", Field("未加密的工作簿", "设有打开密码")));

    public static UnreadableWorkbookException OldFormat => Of(Rejection.Form(
        "spreadsheets.old-format", "应为 .xlsx 工作簿，实际为旧格式（.xls）。请在 Excel 中另存为“Excel 工作簿（.xlsx）”后重新上传。", Field("“.xlsx”格式的工作簿", "“.xls”旧格式")));

    public static UnreadableWorkbookException Macros => Of(Rejection.Form(
        "spreadsheets.macros", "应为不含宏的 .xlsx 工作簿，实际含有宏。请另存为“Excel 工作簿（.xlsx）”后重新上传。", Field("不含宏", "含有宏")));

    public static UnreadableWorkbookException ExternalLinks => Of(Rejection.Form(
        "spreadsheets.external-links", "工作簿应不引用外部文件，实际含有外部链接。请在“数据—编辑链接”中断开链接后重新上传。", Field("不含外部链接", "含有外部链接")));

    public static UnreadableWorkbookException Bomb => Of(Rejection.Form(
        "spreadsheets.expands-too-much", "工作簿解压后的大小应在合理范围内，实际压缩比异常或内容过大，已停止读取。", Field("正常大小的工作簿", "解压后过大")));

    public static UnreadableWorkbookException Damaged => Of(Rejection.Form(
        "spreadsheets.damaged", "工作簿内容应完整、规范（不得含 DTD 声明），实际已损坏或不规范。请用 Excel 打开后另存再上传。", Field("完整、规范的工作簿", "内容损坏或不规范")));

    public static UnreadableWorkbookException NoSheet => Of(Rejection.Form(
        "spreadsheets.no-sheet", "工作簿中应有工作表，实际没有。", Field("至少一张工作表", "没有")));

    public static UnreadableWorkbookException TooManyRows(int limit) => Of(Rejection.Form(
        "spreadsheets.too-many-rows", $"一张工作表应不超过 {limit} 行数据，实际超出。请拆分后分别导入。", Field($"不超过 {limit} 行", "超出")));

    public static UnreadableWorkbookException TooManyColumns(int limit) => Of(Rejection.Form(
        "spreadsheets.too-many-columns", $"工作表应不超过 {limit} 列，实际超出。请删除多余的列后重新上传。", Field($"不超过 {limit} 列", "超出")));

    public static UnreadableWorkbookException TooMuchText(int row) => Of(Rejection.Form(
        "spreadsheets.cell-too-long", $"单元格文字过长（第 {row} 行附近）：应不超过 32767 字，实际超出。", Field("不超过 32767 字", "超出")));

    private static FieldObjection Field(string expected, string actual) => new("file", expected, actual);

    private static UnreadableWorkbookException Of(Rejection rejection) => new(rejection);
}
