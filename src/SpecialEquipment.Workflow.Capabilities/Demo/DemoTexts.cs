using SpecialEquipment.Workflow.Capabilities.Organizations;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>What goes wrong with which kind of device, and what is done about it. Invented, in the words of the trade.</summary>
internal static class DemoTexts
{
    public sealed record Defect(string Text, string Clause, string Measure, string Goal);

    private static readonly Dictionary<EquipmentKind, Defect[]> ByKind = new()
    {
        [EquipmentKind.Elevator] =
        [
            new("轿门门锁触点接触不良，偶发开门运行", "TSG T7001-2023 第2.6条", "更换门锁触点并调整间隙", "门锁回路动作可靠，连续试验无异常"),
            new("限速器校验标志超期，张紧轮润滑不足", "TSG T7001-2023 第2.3条", "重新校验限速器，清洁并润滑张紧轮", "限速器校验合格并粘贴标志"),
            new("紧急报警装置无应答，五方通话中断", "TSG T7001-2023 第2.9条", "更换对讲主机，恢复五方通话", "轿厢与值班室双向通话清晰"),
            new("底坑积水，缓冲器锈蚀", "TSG T7001-2023 第2.8条", "排水并做防水处理，更换缓冲器", "底坑干燥，缓冲器完好"),
        ],
        [EquipmentKind.Boiler] =
        [
            new("安全阀超过校验有效期", "TSG 11-2020 第9.1条", "送检并更换合格安全阀", "安全阀在有效期内、铅封完好"),
            new("水位计照明损坏，汽水旋塞渗漏", "TSG 11-2020 第5.4条", "更换水位计及旋塞", "水位清晰可见，无渗漏"),
        ],
        [EquipmentKind.PressureVessel] =
        [
            new("快开门安全联锁装置失灵报警", "TSG 21-2016 第9.1条", "修复联锁装置并做动作试验", "带压不能开门、门未锁紧不能升压"),
            new("压力表未按期检定，表盘模糊", "TSG 21-2016 第9.2条", "更换并检定压力表", "压力表检定合格、量程适当"),
        ],
        [EquipmentKind.LiftingMachinery] =
        [
            new("起升高度限位器失效", "TSG 51-2023 第2.7条", "更换限位开关并调试", "限位动作可靠，试验三次合格"),
            new("吊钩防脱装置缺失", "TSG 51-2023 第2.5条", "补装防脱装置", "防脱装置齐全有效"),
            new("钢丝绳断丝超过报废标准", "GB/T 5972 报废条款", "更换钢丝绳并记录", "钢丝绳符合使用要求"),
        ],
        [EquipmentKind.InPlantVehicle] =
        [
            new("叉车制动距离偏长，倒车蜂鸣器不响", "TSG 81-2022 第2.4条", "更换制动片，修复蜂鸣器", "制动性能合格、警示装置有效"),
            new("驾驶人员未系安全带，车辆未年检", "TSG 81-2022 第3.1条", "申请检验并开展司机培训", "取得检验合格标志"),
        ],
        [EquipmentKind.PressurePiping] = [new("管道支架松动，保温层破损", "TSG D0001-2009 第4.2条", "加固支架并修补保温", "支架牢固、无振动泄漏")],
    };

    private static readonly Defect[] Others = [new("安全管理制度未上墙，日管控记录缺失", "《特种设备使用单位落实使用安全主体责任监督管理规定》", "完善制度并补齐记录", "制度上墙、记录完整")];

    public static Defect Of(EquipmentKind kind, int dice)
    {
        var choices = ByKind.GetValueOrDefault(kind, Others);
        return choices[dice % choices.Length];
    }
}
