using System.Globalization;
using System.Runtime.InteropServices;

namespace FreedomCities.Api.Commands;

/// <summary>Checks cultures and Unicode normalization, which correct comparison and formatting of text require.</summary>
internal static class Globalization
{
    /// <summary>
    /// Enables .NET's invariant mode on a system without ICU, so that <see cref="Ensure"/> can report it. Otherwise the runtime ends the
    /// process with a stack trace at the first use of a culture. Call it before any other code, including output.
    /// </summary>
    public static void SurviveWithoutIcu()
    {
        if (OperatingSystem.IsLinux() && !IsIcuThere())
        {
            AppContext.SetSwitch("System.Globalization.Invariant", isEnabled: true);
        }
    }

    /// <summary>Throws if cultures or normalization are missing.</summary>
    public static void Ensure()
    {
        if (!NormalizesText() || !KnowsLanguages())
        {
            throw new ConfigurationException(
                "The ICU library is missing or disabled. Install it (Debian, Ubuntu: libicu; Alpine: icu-libs and icu-data-full),"
                + " and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }

    private static bool NormalizesText() => "e\u0301".Normalize() == "\u00e9";

    private static bool KnowsLanguages()
    {
        try
        {
            return CultureInfo.GetCultureInfo("es").DateTimeFormat.MonthNames[0] == "enero";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static bool IsIcuThere()
    {
        try
        {
            return LoadIcu() != 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return true; // another runtime reports its own error
        }
    }

    // The function by which the runtime loads ICU. When it fails, the runtime ends the process, and we report the failure.
    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LoadIcu();
}
