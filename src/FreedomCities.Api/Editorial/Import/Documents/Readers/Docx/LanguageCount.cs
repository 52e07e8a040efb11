using DocumentFormat.OpenXml.Wordprocessing;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Docx;

/// <summary>Counts the characters in each language, since few documents declare one for the whole.</summary>
internal sealed class LanguageCount(Languages? missing)
{
    private readonly Dictionary<string, int> _characters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language with the most characters; null: there is no language.</summary>
    public string? Most => _characters
        .OrderByDescending(l => l.Value)
        .ThenBy(l => l.Key, StringComparer.Ordinal)
        .Select(l => l.Key)
        .FirstOrDefault();

    public void Add(string text, Languages? own)
    {
        var language = Find(text, own) ?? Find(text, missing);
        if (language is { Length: > 1 and <= 35 } && language != "x-none")
        {
            _characters[language] = _characters.GetValueOrDefault(language) + text.Length;
        }
    }

    private static string? Find(string text, Languages? languages) => text.FirstOrDefault(char.IsLetter) switch
    {
        >= '\u0590' and < '\u0900' => languages?.Bidi?.InnerText,
        >= '\u2E80' and < '\uFB00' => languages?.EastAsia?.InnerText,
        _ => languages?.Val?.InnerText,
    };
}
