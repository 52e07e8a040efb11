using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Docs;

/// <summary>Words that are always wrong here, with the field's word for each. CONTRIBUTING.md has the table for writers.</summary>
internal static partial class ForbiddenWords
{
    /// <summary>Where a text contains them: file:line: words.</summary>
    public static IEnumerable<string> FindInProse(string file, string text) => Find(file, text, Prose());

    /// <summary>The same for the names in code.</summary>
    public static IEnumerable<string> FindInCode(string file, string code) => Find(file, code, Names()).Concat(Find(file, code, Methods()));

    private static IEnumerable<string> Find(string file, string text, Regex words) => words.Matches(text)
        .Select(m => $"{file}:{text.AsSpan(0, m.Index).Count('\n') + 1}: {Spaces().Replace(m.Value, " ")}");

    // A line of its own for each word. Words that are only sometimes wrong are left to a reader.
    [GeneratedRegex(
        """
        (?x)(?i:
          \b(un)?kept\s+(answers?|responses?|reads?|lists?|entry|entries)\b
        | \b(answers?|responses?|reads?)\s+(that\s+)?(is|are|was|were)\s+(not\s+)?kept\b
        | \bkept\s+right\b
        | \b(told|tells?|telling)\s+of\b
        | \btold\s+so\b
        | \b(hears?|heard|hearing)\s+of\b
        | \b(doesn't|don't|didn't|isn't|aren't|never)\s+(hears?|heard)\b
        | \basked\s+for\b
        | \bto\s+be\s+had\b
        | \bpass(es|ed|ing)?\s+over\b
        | \b(take|takes|taken|taking|took)\s+((a|the)\s+\w+\s+)?back\b
        | \bput(s|ting)?\s+right\b
        | \breckon(s|ed|ing)?\b
        | \bdeaf(ness)?\b
        | \b(no|some|every|any)body('s)?\b
        | \bhow-manieth\b
        | \bpictures?\s+of\s+the\s+database\b
        )
        | (?<![\w“"'])Who\s+(was|is|has|had|asks|asked|gets|reads|wants|needs|knows|takes|sends|follows|shows|publishes|doesn't|isn't)\b
        """)]
    private static partial Regex Prose();

    [GeneratedRegex(
        """
        (?x)\b(?i:
          telling | deaf\w* | \w*reckon\w* | overload | seals? | kept(answers?|responses?) | cachedanswers? | indoubt | tell
        | contentfollowers? | knownentr(y|ies) | otherlanguage | questionmarks | importwork | firststart | setupexception | taketurn
        )\b
        | \b\w*(?<=[a-z_]|\b)(No|Some|Every|Any)body(?![a-z])\w*
        | \b(nobody|somebody|everybody|anybody)\b
        """)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(Of|In)\s*(<[\w\s,?\[\]]+>)?\(")]
    private static partial Regex Methods();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
