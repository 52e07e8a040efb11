using System.Globalization;
using System.Runtime.InteropServices;

namespace FreedomCities.Api.Commands;

/// <summary>Cultures and Unicode normalization, without which text would be compared, dated and normalized wrongly, or not at all.</summary>
internal static class Globalization
{
    /// <summary>
    /// Lets a system without ICU come to <see cref="Ensure"/>, in .NET's invariant mode: the runtime would else end the process with a stack
    /// trace at the first use of a culture. To be called before that, even before anything is written.
    /// </summary>
    public static void SurviveWithoutIcu()
    {
        if (OperatingSystem.IsLinux() && !IsIcuThere())
        {
            AppContext.SetSwitch("System.Globalization.Invariant", isEnabled: true);
        }
    }

    /// <summary>Refuses to go on without them.</summary>
    public static void Ensure()
    {
        if (!NormalizesText() || !KnowsLanguages())
        {
            throw new ConfigurationException(
                "This system has no ICU library (Debian, Ubuntu: libicu; Alpine: icu-libs and icu-data-full), or .NET is told not to use it:"
                + " install it, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
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
            return true; // another runtime, whose own error has to do
        }
    }

    // What the runtime itself calls, without ending the process.
    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LoadIcu();
}
