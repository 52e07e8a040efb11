using System.Text;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <param name="Group">What is compared.</param>
/// <param name="Ratio">To the first of its group.</param>
internal sealed record Bar(string Group, string Name, double Ratio);

/// <summary>Bars as SVG, readable on light and dark pages.</summary>
internal static class Chart
{
    private const int Width = 860;
    private const int Left = 170;
    private const int Row = 20;

    public static string Draw(IReadOnlyCollection<Bar> bars)
    {
        var scale = (Width - Left - 60) / bars.Max(b => b.Ratio);
        var svg = new StringBuilder();
        var y = 10;
        foreach (var group in bars.GroupBy(b => b.Group, StringComparer.Ordinal))
        {
            svg.AppendLine(Invariant($"""  <text x="0" y="{y + 14}" font-weight="600">{group.Key}</text>"""));
            y += Row;
            foreach (var bar in group)
            {
                svg.AppendLine(Invariant($"""  <text x="{Left - 8}" y="{y + 14}" text-anchor="end">{bar.Name}</text>"""));
                svg.AppendLine(
                    Invariant($"""  <rect x="{Left}" y="{y
                        + 3}" width="{bar.Ratio * scale:0}" height="{Row - 6}" fill="{(bar.Name.StartsWith(
                            "service",
                            StringComparison.Ordinal)
                        ? "#2463b5"
                        : "#98a2ad")}"/>"""));
                svg.AppendLine(Invariant($"""  <text x="{Left + (bar.Ratio * scale) + 6:0}" y="{y + 14}">{bar.Ratio:0.00}</text>"""));
                y += Row;
            }

            y += Row / 2;
        }

        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {y}" width="{Width}" height="{y}" role="img" font-family="system-ui, sans-serif" font-size="13" fill="#6b7680">
              <title>Requests a second at 32 connections, as ratios to the first of each group</title>
            {svg}</svg>

            """);
    }
}
