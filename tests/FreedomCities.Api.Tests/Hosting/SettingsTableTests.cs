using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FreedomCities.Api.Settings;
using Microsoft.Extensions.Configuration;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>The tables of docs/operating.md with a column Setting list each setting once, with its default.</summary>
public sealed partial class SettingsTableTests
{
    private const string Header = "| Setting | Default | Unit | Description |";

    private static readonly string[][] Rows = ReadRows();

    [Fact]
    public void EverySetting_HasOneRowWithItsDefault()
    {
        var defaults = new ServiceSettings();
        var documented = Rows.Where(r => !IsOfHost(Name(r))).Select(r => $"{Name(r)} = {Default(r)}");

        Assert.Equal(
            Setting.All.Select(s => $"{s.Name} = {Text(Value(defaults, s.Name))}").Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OtherRows_AreKnownSettingsOfTheHost() => Assert.All(Rows, r => Assert.True(SettingNames.IsKnown(Name(r)), Name(r)));

    [Fact]
    public void EveryNumber_HasBoundsThatHoldItsDefault()
    {
        var defaults = new ServiceSettings();
        var numbers = Setting.All.Where(s => Value(defaults, s.Name) is int or double).ToArray();

        Assert.NotEmpty(numbers);
        Assert.All(numbers, s => Assert.Equal(Value(defaults, s.Name), s.Parse(Text(Value(defaults, s.Name)))));
    }

    [Fact]
    public void Defaults_AreValid() => Assert.Equal(new ServiceSettings().Urls, ServiceSettings.Read(new ConfigurationManager()).Urls);

    [Fact]
    public void Configuration_IsReadByTheSettingsOnly()
    {
        var source = Path.Combine(Repository.Root, "src", "FreedomCities.Api");
        var readers =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(source, file)
            where !BuildOutput().IsMatch(name) && !name.StartsWith("Settings/", StringComparison.Ordinal) && name != "ServiceSettings.cs"
            where ConfigurationRead().IsMatch(File.ReadAllText(file))
            select name;

        Assert.Empty(readers);
    }

    private static string[][] ReadRows()
    {
        var rows = new List<string[]>();
        var isTable = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "operating.md")))
        {
            isTable = line == Header || (isTable && line.StartsWith('|'));
            if (isTable && line != Header && !line.StartsWith("|-", StringComparison.Ordinal))
            {
                rows.Add([.. line.Trim('|').Split('|').Select(c => c.Trim())]);
            }
        }

        return [.. rows];
    }

    private static string Name(string[] row) => Code().Match(row[0]).Groups["text"].Value;

    private static string Default(string[] row) => row[1] == "none" ? "none" : Code().Match(row[1]).Groups["text"].Value;

    private static bool IsOfHost(string name) => SettingNames.IsKnown(name) && !Array.Exists(Setting.All, s => s.Name == name);

    private static object? Value(object record, string name) =>
        name.Split(':', 2) is [var group, var rest]
            ? Value(Property(record, group).GetValue(record)!, rest)
            : Property(record, name).GetValue(record);

    private static PropertyInfo Property(object record, string name) =>
        Setting.Find(record.GetType(), "").Single(s => s.Name == name).Property;

    private static string Text(object? value) => value switch
    {
        null => "none",
        bool on => on ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex("^`(?<text>[^`]+)`$", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("^(obj|bin)/", RegexOptions.ExplicitCapture)]
    private static partial Regex BuildOutput();

    // OpenTelemetry's SDK takes its settings as a configuration, which OtlpExport makes of the record.
    [GeneratedRegex(@"IConfiguration(?! openTelemetry)|\.Configuration\[|\.Get(ConnectionString|Section)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex ConfigurationRead();
}
