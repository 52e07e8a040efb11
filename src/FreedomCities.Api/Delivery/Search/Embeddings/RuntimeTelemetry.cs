using System.Runtime.InteropServices;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>
/// Turns off the telemetry of ONNX Runtime, which by default sends events to its maker and stores an id of the device. Only its variable
/// does that, before its first use.
/// </summary>
internal static class RuntimeTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <exception cref="PlatformNotSupportedException">It can't be turned off here.</exception>
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // .NET's variables aren't the process's own on Unix.
        if (!OperatingSystem.IsWindows() && SetVariable(Variable, "1", overwrite: 1) != 0)
        {
            throw new PlatformNotSupportedException("the telemetry of ONNX Runtime can't be turned off");
        }
    }

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
