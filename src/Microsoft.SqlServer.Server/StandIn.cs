// Stand-in for the package of the same name, which SqlClient references and a partial feed may lack.
// Its four types are touched by SqlClient whenever a command has parameters; CLR user-defined types stay unsupported.
// Where the real package restores, delete this project (docs/decisions/0008-sqlclient-stand-in.md).
namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is stored.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>Marks a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;
    public int MaxByteSize { get; set; }
    public bool IsByteOrdered { get; set; }
    public bool IsFixedLength { get; set; }
    public string? ValidationMethodName { get; set; }
    public string? Name { get; set; }
}

/// <summary>Thrown when a CLR user-defined type is malformed.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException(string message) : base(message) { }
}

/// <summary>Own serialisation of a CLR user-defined type.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);
    void Write(BinaryWriter w);
}
