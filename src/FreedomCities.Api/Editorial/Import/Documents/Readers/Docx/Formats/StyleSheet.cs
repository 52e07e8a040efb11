using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx.Formats;

/// <summary>The styles of a document and what they inherit.</summary>
internal sealed partial class StyleSheet
{
    private const int MaxChain = 30;
    private const int MaxHeadingLevel = 6;
    private const int MaxListLevel = 8;
    private const Marks Toggles = Marks.Strong | Marks.Emphasis | Marks.Strike;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _default;

    public StyleSheet(MainDocumentPart document)
    {
        var styles = document.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [];
        foreach (var style in styles.Where(s => s.StyleId?.InnerText is not null))
        {
            _styles.TryAdd(style.StyleId!.InnerText!, style);
            if (style.Type?.InnerText == "paragraph" && style.Default?.InnerText is "1" or "true" or "on")
            {
                _default ??= style.StyleId.InnerText;
            }
        }

        Language = document.StyleDefinitionsPart?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.Languages;
    }

    /// <summary>The language of text that has none of its own.</summary>
    public Languages? Language { get; }

    public ParagraphFormat Resolve(ParagraphProperties? own)
    {
        var chain = FindChain(own?.ParagraphStyleId?.Val?.InnerText ?? _default).ToArray();
        var names = chain.Select(s => s.StyleName?.Val?.InnerText?.ToLowerInvariant() ?? "").ToArray();
        var properties = chain.Select(s => (OpenXmlElement?)s.StyleParagraphProperties).Prepend(own).OfType<OpenXmlElement>().ToArray();
        var kind = names.Select(FindKind).FirstOrDefault(k => k != ParagraphKind.Text);
        var numbering = properties.Select(p => p.GetFirstChild<NumberingProperties>()).OfType<NumberingProperties>().ToArray();
        var list = numbering.Select(n => ParseNumber(n.NumberingId?.Val?.InnerText)).FirstOrDefault(n => n is not null);
        var level = numbering.Select(n => ParseNumber(n.NumberingLevelReference?.Val?.InnerText)).FirstOrDefault(n => n is not null);
        return new ParagraphFormat(
            kind,
            kind == ParagraphKind.Text ? FindHeadingLevel(names, properties) : null,
            list is null or 0 ? null : list,
            Math.Clamp(level ?? 0, 0, MaxListLevel),
            properties.Select(p => ParseIndent(p.GetFirstChild<Indentation>())).FirstOrDefault(i => i is not null),
            FindMarks(chain));
    }

    /// <summary>The marks of a run in a paragraph whose style has marks.</summary>
    public Marks Resolve(RunProperties? own, Marks paragraph)
    {
        var chain = FindChain(own?.RunStyle?.Val?.InnerText).ToArray();
        var style = FindMarks(chain);
        var inherited = (paragraph ^ (style & Toggles)) | (style & ~Toggles);
        return own is null ? inherited : RunMarks.Apply(own, inherited);
    }

    public bool IsHidden(RunProperties? own)
    {
        var styles = FindChain(own?.RunStyle?.Val?.InnerText).Select(s => RunMarks.IsOn(s.StyleRunProperties?.Vanish));
        return styles.Prepend(RunMarks.IsOn(own?.Vanish)).FirstOrDefault(v => v is not null) ?? false;
    }

    public static int? ParseNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? ParseIndent(Indentation? indent) => ParseNumber(indent?.Left?.InnerText ?? indent?.Start?.InnerText);

    private IEnumerable<Style> FindChain(string? id)
    {
        for (var i = 0; i < MaxChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.InnerText;
        }
    }

    private static int? FindHeadingLevel(string[] names, OpenXmlElement[] properties)
    {
        var outline = properties
            .Select(p => ParseNumber(p.GetFirstChild<OutlineLevel>()?.Val?.InnerText))
            .FirstOrDefault(l => l is not null);
        if (names.Contains("title", StringComparer.Ordinal))
        {
            return 0;
        }

        var named = names.Select(n => HeadingName().Match(n)).FirstOrDefault(m => m.Success);
        int? question = names.Any(QuestionName().IsMatch) ? MaxHeadingLevel : null;
        var level = outline + 1 ?? ParseNumber(named?.Groups["level"].Value) ?? question;
        return level is null or > 9 or < 1 ? null : Math.Min(level.Value, MaxHeadingLevel);
    }

    [GeneratedRegex(@"\A(faq[ _-]?)?(question|pregunta|frage|domanda|pergunta)s?\z|\Afaq[ _-]?q\z", RegexOptions.ExplicitCapture)]
    private static partial Regex QuestionName();

    private static ParagraphKind FindKind(string name) => name switch
    {
        "toc heading" or "table of figures" or "contents heading" => ParagraphKind.Contents,
        ['t', 'o', 'c', ' ', >= '1' and <= '9'] => ParagraphKind.Contents,
        "quote" or "intense quote" or "block text" or "quotations" => ParagraphKind.Quote,
        "source code" or "html preformatted" or "preformatted text" or "code" => ParagraphKind.Code,
        _ => ParagraphKind.Text,
    };

    private static Marks FindMarks(Style[] chain)
    {
        var marks = chain.Reverse().Aggregate(
            Marks.None, (m, s) => s.StyleRunProperties is { } properties ? RunMarks.Apply(properties, m) : m);
        var names = chain.Select(s => s.StyleName?.Val?.InnerText?.ToLowerInvariant());
        return names.Any(n => n is "verbatim char" or "html code" or "code" or "source text") ? Marks.Code : marks;
    }

    [GeneratedRegex(@"\Aheading (?<level>[1-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingName();
}
