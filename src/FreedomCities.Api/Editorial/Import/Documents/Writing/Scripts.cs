using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Writing;

/// <summary>Superscript and subscript digits as the characters for them, since Markdown has no mark: 10² is not 102.</summary>
internal static class Scripts
{
    private const string Plain = "0123456789+-=()n";
    private const string Superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private const string Subscript = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    /// <summary>The text; where it is raised or lowered and has a character for each of its own, with those.</summary>
    public static string ToUnicode(Run run)
    {
        var characters = (run.Marks & (Marks.Superscript | Marks.Subscript)) switch
        {
            Marks.Superscript => Superscript,
            Marks.Subscript => Subscript,
            _ => null,
        };
        return characters is null || !run.Text.All(c => Plain.Contains(c, StringComparison.Ordinal))
            ? run.Text
            : string.Concat(run.Text.Select(c => characters[Plain.IndexOf(c, StringComparison.Ordinal)]));
    }
}
