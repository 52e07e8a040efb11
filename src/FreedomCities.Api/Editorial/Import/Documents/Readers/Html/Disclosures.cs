using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FreedomCities.Api.Editorial.Import.Documents.Readers.Html.Pages;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>
/// The panels of a page and what opens each: a button or heading that controls it, the label of its check box, or an element that is
/// named or declared as its question.
/// </summary>
internal sealed partial class Disclosures
{
    private const int MaxSummaryLength = 500;

    private readonly Dictionary<IElement, IElement> _panels = [];
    private readonly HashSet<IElement> _opened = [];
    private readonly PageParts _parts;
    // The DOM searches a parent for each sibling.
    private readonly Dictionary<IElement, IElement> _next;
    private readonly Dictionary<IElement, IElement> _answers;
    private readonly Dictionary<string, IElement> _byId;

    private Disclosures(IElement root, PageParts parts)
    {
        _parts = parts;
        var elements = root.Descendants<IElement>().ToArray();
        _next = elements.Prepend(root).SelectMany(e => e.Children.Zip(e.Children.Skip(1))).ToDictionary(p => p.First, p => p.Second);
        _byId = elements.Where(e => !string.IsNullOrEmpty(e.Id)).DistinctBy(e => e.Id!, StringComparer.Ordinal)
            .ToDictionary(e => e.Id!, StringComparer.Ordinal);
        _answers = FindAnswers(root);
    }

    public static Disclosures Find(IElement root, PageParts parts)
    {
        var disclosures = new Disclosures(root, parts);
        var bare = disclosures.FindBareButtons(root);
        foreach (var element in root.Descendants<IElement>().Where(e => e.Attributes.Length > 0 || bare.ContainsKey(e)))
        {
            if ((disclosures.FindControlled(element) ?? bare.GetValueOrDefault(element)) is { } panel)
            {
                disclosures.Add(FindSummary(element, panel), panel);
            }
        }

        return disclosures;
    }

    /// <summary>What the element opens; null: nothing.</summary>
    public IElement? FindPanel(IElement element) => _panels.GetValueOrDefault(element);

    public bool IsPanel(IElement element) => _opened.Contains(element);

    private void Add(IElement summary, IElement panel)
    {
        var isSane = !summary.Contains(panel) && !panel.Contains(summary) && !IsPartOfAPair(summary) && !IsLeftOut(summary)
            && (_parts.FindReasonToLeaveOut(panel) is null || IsDropdown(panel))
            && ElementText.HasText(panel) && ElementText.Read(summary).Length is > 0 and <= MaxSummaryLength;
        if (isSane && !_panels.ContainsKey(summary) && _opened.Add(panel))
        {
            _panels.Add(summary, panel);
        }
    }

    /// <summary>Webflow makes its panels of nav elements.</summary>
    private static bool IsDropdown(IElement panel) => ElementKinds.FindClasses(panel).Contains("w-dropdown-list", StringComparer.Ordinal);

    private bool IsLeftOut(IElement summary) =>
        summary.GetAncestors().OfType<IElement>().Any(a => a.LocalName != "button" && _parts.FindReasonToLeaveOut(a) is not null);

    /// <summary>details and dl say themselves what belongs together.</summary>
    private static bool IsPartOfAPair(IElement summary) => summary.Closest("summary, dt, nav, [role=navigation]") is not null;

    private IElement? FindControlled(IElement element) => element switch
    {
        { LocalName: "label" } when IsOfCheckBox(element) => FindNextBlock(element),
        _ when FindControlledId(element) is { } id => _byId.GetValueOrDefault(id),
        _ when element.HasAttribute("aria-expanded") => FindNextBlock(FindSummary(element, null)),
        _ when _answers.TryGetValue(element, out var answer) => answer,
        _ when FindNextBlock(element) is { } next && IsNamedPair(element, next) => next,
        _ => null,
    };

    /// <summary>Several buttons of one class, each with a block behind it. A single one may be of any use.</summary>
    private Dictionary<IElement, IElement> FindBareButtons(INode root) => root.Descendants<IElement>()
        .Where(e => e.LocalName == "button")
        .Select(b => (Button: b, Panel: FindNextBlock(FindSummary(b, null))))
        .Where(p => p.Panel is not null)
        .GroupBy(p => ElementKinds.FindClasses(p.Panel!).Append(p.Button.GetAttribute("class") ?? "").First(), StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .SelectMany(same => same)
        .ToDictionary(p => p.Button, p => p.Panel!);

    /// <summary>The id of the one panel that the element controls.</summary>
    private static string? FindControlledId(IElement element)
    {
        var isToggle = (element.GetAttribute("data-toggle") ?? element.GetAttribute("data-bs-toggle")) is "collapse" or "tab" or "pill";
        var target = element.GetAttribute("aria-controls")
            ?? element.GetAttribute("data-bs-target")
            ?? element.GetAttribute("data-target")
            ?? (isToggle ? element.GetAttribute("href") : null);
        var id = target?.Trim().TrimStart('#');
        return string.IsNullOrEmpty(id) || id.Contains(' ', StringComparison.Ordinal) ? null : id;
    }

    /// <summary>The heading around a button, or the element that holds only the button.</summary>
    private static IElement FindSummary(IElement trigger, IElement? panel)
    {
        if (trigger.Closest("h1, h2, h3, h4, h5, h6, [role=heading]") is { } heading)
        {
            return panel is null || !heading.Contains(panel) ? heading : trigger;
        }

        while (trigger.ParentElement is { LocalName: not ("body" or "li" or "form") } parent
            && (panel is null || !parent.Contains(panel))
            && parent.ChildNodes.Where(ElementText.HasText).Take(2).Count() == 1)
        {
            trigger = parent;
        }

        return trigger;
    }

    private bool IsOfCheckBox(IElement label) =>
        label.GetAttribute("for") is { Length: > 0 } id && _byId.GetValueOrDefault(id) is { LocalName: "input" } box
            && box.GetAttribute("type") is "checkbox" or "radio";

    private IElement? FindNextBlock(IElement element)
    {
        var next = _next.GetValueOrDefault(element);
        var isBlock = next is { LocalName: "div" or "section" or "p" or "ul" or "ol" or "article" or "dd" }
            || (next is not null && IsDropdown(next));
        return isBlock && ElementText.HasText(next!) ? next : null;
    }

    /// <summary>The questions and answers of schema.org that are declared in attributes.</summary>
    private static Dictionary<IElement, IElement> FindAnswers(IElement root) => root.QuerySelectorAll("[itemtype$='/Question']")
        .Select(q => (Name: q.QuerySelector("[itemprop=name]"), Answer: q.QuerySelector("[itemprop=acceptedAnswer]")))
        .Where(p => p.Name is not null && p.Answer is not null)
        .DistinctBy(p => p.Name)
        .ToDictionary(p => p.Name!, p => p.Answer!);

    /// <summary>Whether the names say question and answer, or title and content of the same accordion.</summary>
    private static bool IsNamedPair(IElement title, IElement content)
    {
        var prefixes = FindPrefixes(title, Title()).ToHashSet(StringComparer.Ordinal);
        return prefixes.Count > 0 && FindPrefixes(content, Content()).Any(prefixes.Contains);
    }

    private static IEnumerable<string> FindPrefixes(IElement element, Regex name) =>
        ElementKinds.FindNames(element).Select(n => name.Match(n)).Where(m => m.Success).Select(m => m.Groups["prefix"].Value);

    [GeneratedRegex(
        """
        (?x)\A(?:
          (?<prefix>\S*?)[-_]*(question|pregunta|frage|domanda|pergunta)
        | (?<prefix>w-dropdown)-toggle
        | (?<prefix>\S*(accordion|collaps|expand|faq|qa|spoiler|toggle)\S*?)[-_]+(title|header|heading|head|trigger|button|label|control|q)
        )\z
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        """
        (?x)\A(?:
          (?<prefix>\S*?)[-_]*(answer|respuesta|antwort|risposta|resposta|reponse)
        | (?<prefix>w-dropdown)-list
        | (?<prefix>\S*(accordion|collaps|expand|faq|qa|spoiler|toggle)\S*?)[-_]+(content|body|panel|pane|text|a)
        )\z
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Content();
}
