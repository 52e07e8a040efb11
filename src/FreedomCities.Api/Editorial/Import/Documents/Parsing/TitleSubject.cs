using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>
/// The title without the words for an FAQ: "Freedom Cities" of "Freedom Cities FAQ" and of "Preguntas frecuentes sobre las Freedom Cities".
/// </summary>
internal static partial class TitleSubject
{
    public static string Find(string title)
    {
        var subject = Prefix().Replace(Suffix().Replace(title, ""), "");
        return subject.Length > 0 ? char.ToUpperInvariant(subject[0]) + subject[1..] : title;
    }

    /// <summary>Whether a title has words for an FAQ.</summary>
    public static bool NamesFaq(string title) => Words().IsMatch(title);

    [GeneratedRegex(
        @"([\s:|,(\p{Pd}]*\b(FAQs?|frequently asked questions|preguntas frecuentes)\)?)+\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"\A\s*(preguntas\s+(más\s+)?frecuentes|frequently\s+asked\s+questions|FAQs?)(\s*\(FAQs?\))?" +
        @"(\s*[:|\p{Pd}]\s*|\s+(((sobre|acerca\s+de|de|about|on|for)\s+((?-i:el|la|los|las|the)\s+)?)|(acerca\s+)?del\s+))(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"\bFAQs?\b|frequently\s+(asked|answered)|preguntas\s+(más\s+)?frecuentes|foire aux questions|questions fréquentes|häufig" +
        "|domande frequenti|perguntas frequentes|" +
        "الأسئلة|часто|よくある|常见问题|常見問題|자주 묻는|ተደጋጋሚ|câu hỏi thường|veelgestelde|vanliga frågor|συχνές",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
