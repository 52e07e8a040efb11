using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>
/// The formatting that a page's style sheet gives its classes, and style attributes give elements. Exports of office programs have no
/// other.
/// </summary>
internal sealed partial class StyleRules
{
    public static readonly StyleRules None = new([]);

    private const int MaxLength = 500_000;

    private readonly Dictionary<string, Change> _classes = new(StringComparer.OrdinalIgnoreCase);

    private StyleRules(IEnumerable<string> sheets)
    {
        foreach (var rule in sheets.Where(s => s.Length <= MaxLength).SelectMany(s => Rule().Matches(s)))
        {
            if (ReadChange(rule.Groups["rules"].Value) is { IsNone: false } change)
            {
                _classes[rule.Groups["name"].Value] = change;
            }
        }
    }

    public static StyleRules Find(IParentNode document) => new(document.QuerySelectorAll("style").Select(s => s.TextContent));

    /// <summary>The formatting and link within an element.</summary>
    public Style Apply(IElement element, Style style)
    {
        var target = element.LocalName == "a" ? element.GetAttribute("href")?.Trim() : null;
        var marks = style.Marks | ElementKinds.FindMarks(element);
        foreach (var change in FindChanges(element))
        {
            marks = (marks | change.On) & ~change.Off;
        }

        return new Style(marks, string.IsNullOrEmpty(target) ? style.Target : LinkRedirects.Resolve(target));
    }

    private IEnumerable<Change> FindChanges(IElement element)
    {
        if (_classes.Count > 0)
        {
            foreach (var name in ElementKinds.FindClasses(element))
            {
                if (_classes.TryGetValue(name, out var change))
                {
                    yield return change;
                }
            }
        }

        if (element.GetAttribute("style") is { } own)
        {
            yield return ReadChange(own);
        }
    }

    private static Change ReadChange(string rules)
    {
        var (on, off) = (Marks.None, Marks.None);
        on |= Bold().IsMatch(rules) ? Marks.Strong : Marks.None;
        off |= NotBold().IsMatch(rules) ? Marks.Strong : Marks.None;
        on |= Italic().IsMatch(rules) ? Marks.Emphasis : Marks.None;
        off |= NotItalic().IsMatch(rules) ? Marks.Emphasis : Marks.None;
        return new Change(on, off);
    }

    [GeneratedRegex(
        @"(?<![^\s},>])([a-z]+)?\.(?<name>[\w-]+)\s*\{(?<rules>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\bfont-weight\s*:\s*(bold|[6-9]00)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\bfont-weight\s*:\s*(normal|lighter|[1-5]00)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NotBold();

    [GeneratedRegex(@"\bfont-style\s*:\s*(italic|oblique)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Italic();

    [GeneratedRegex(@"\bfont-style\s*:\s*normal", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NotItalic();

    private sealed record Change(Marks On, Marks Off)
    {
        public bool IsNone => On == Marks.None && Off == Marks.None;
    }
}
