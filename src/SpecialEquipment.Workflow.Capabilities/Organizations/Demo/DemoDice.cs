using System.Buffers.Binary;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Demo;

/// <summary>All chance of the demo county: one seed gives one county, ids included, on every machine.</summary>
internal sealed class DemoDice(int seed)
{
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜戚谢邹柏水窦章";
    private const string GivenFirst = "思明晓建海春国宏永志佳雨少玉子成凤立秋学";
    private const string GivenSecond = "远宁涛颖航琳峰洁勇敏晨岚斌悦川薇磊蓉哲彤";
    private const long FirstIdMilliseconds = 1_767_225_600_000; // 2026-01-01, so that demo ids sort before anything made later

    private readonly Random random = new(seed);
    private readonly HashSet<string> names = [];
    private int ids;

    public int Next(int from, int to) => random.Next(from, to + 1);
    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>An invented person's name, never twice.</summary>
    public string Name()
    {
        for (; ; )
        {
            var given = random.Next(4) == 0 ? $"{Any(GivenSecond)}" : $"{Any(GivenFirst)}{Any(GivenSecond)}";
            var name = $"{Any(Surnames)}{given}";
            if (names.Add(name))
            {
                return name;
            }
        }
    }

    public string Phone() => $"0356-{random.Next(2_000_000, 8_999_999)}";

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((FirstIdMilliseconds + ids++) << 16) | (long)random.Next(0x1000));
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private char Any(string characters) => characters[random.Next(characters.Length)];
}
