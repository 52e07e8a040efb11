using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;

/// <summary>How site generators write boxes.</summary>
internal static partial class BoxSyntax
{
    [GeneratedRegex(
        """
        ^(?<indent>[ \t]*)(
          (?<note>!!!)\+?[ ]*[\w\- ]+("(?<title>[^"\n]*)")?[ \t]*
        | (?<indented>\?\?\?)\+?[ ]*[\w\- ]*"(?<title>[^"\n]+)"[ \t]*
        | :{3,}[ ]*(details|collapse|spoiler|accordion|question|faq)[ ]*(\[(?<title>[^\]\n]+)\]|(?<=[ ])(?<title>[^\n]+))
        | \{\{[<%][ ]*(?<name>[\w\-/]+)[ ][^"\n]*"(?<title>[^"\n]+)"[^}\n]*[%>]\}\}[ \t]*
        | \{%-?[ ]*(?<name>\w+)[ ][^"\n]*"(?<title>[^"\n]+)"[^}\n]*%\}[ \t]*
        | \[(?<name>[\w\-]+)[ ]([^\]\n]*[ ])?(title|question|heading)="(?<title>[^"\n]+)"[^\]\n]*\][ \t]*
        | \{%-?[ ]*(?<name>details)[ ](?<title>[^"\n%]+)%\}[ \t]*
        | <(?<name>[A-Z][a-z]\w*|[a-z]+-[a-z\-]+)[ ]([^<>\n]*[ ])?
          (title|question|summary|header|heading|label|q)=(?<quote>["'])(?<title>[^\n]+?)\k<quote>[^<>\n]*>[ \t]*
        )$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace, 2000)]
    public static partial Regex Opening();

    [GeneratedRegex(
        """
        \{\{[<%][ ]*(?<name>\w+)[ ][^"\n}]*"(?<title>[^"\n]+)"[^}\n]*[%>]\}\}[ ]*(?<body>[^\n{]+?)[ ]*\{\{[<%][ ]*/[ ]*\k<name>[ ]*[%>]\}\}
        | \[(?<name>[\w\-]+)[ ][^\]\n]*\b(title|question|heading)="(?<title>[^"\n]+)"[^\]\n]*\](?<body>[^\n\[]+?)\[/\k<name>\]
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 2000)]
    public static partial Regex OneLine();

    [GeneratedRegex(
        """(\{\{[<%][ ]*/[ ]*|\{%-?[ ]*end_?|</|\[/)(?<name>[\w\-/]+)[ ]*-?([%>]\}\}|%\}|>|\])""", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex End();

    [GeneratedRegex(@"\A(details|expand|expandable|collapse|collapsible|accordion|accordion-?item|spoiler|toggle|faq|question)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex KnownName();
}
