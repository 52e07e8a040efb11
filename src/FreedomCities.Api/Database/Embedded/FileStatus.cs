using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>Owner and type of a file, by statx(2). Its buffer has the same layout on every architecture.</summary>
internal sealed record FileStatus(uint Owner, ushort Mode)
{
    private const int AtCurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeModeAndOwner = 0xb; // STATX_TYPE, STATX_MODE, STATX_UID
    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;

    public bool IsRegular => (Mode & 0xf000) == 0x8000;

    public bool IsLink => (Mode & 0xf000) == 0xa000;

    /// <summary>Whether every user may replace its entries: a folder with write permission for all and without the sticky bit.</summary>
    public bool IsWritableByAll => (Mode & 0xf202) == 0x4002;

    /// <summary>Null: the file doesn't exist, or this isn't Linux.</summary>
    public static FileStatus? Read(string path, bool followLink)
    {
        var buffer = new byte[256];
        return OperatingSystem.IsLinux() && statx(AtCurrentFolder, path, followLink ? 0 : NoFollow, TypeModeAndOwner, buffer) == 0
            ? new FileStatus(
                BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(OwnerOffset)),
                BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(ModeOffset)))
            : null;
    }

    [DllImport("libc", BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] buffer);
}
