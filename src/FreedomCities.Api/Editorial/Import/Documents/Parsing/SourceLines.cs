namespace FreedomCities.Api.Editorial.Import.Documents.Parsing;

/// <summary>A text as readers take it: with \n at its lines' ends, in Unicode normalization form C.</summary>
internal static class SourceLines
{
    public static string Normalize(string text) => text.ReplaceLineEndings("\n").Normalize();
}
