using FreedomCities.Api.Content.Faqs;
using FreedomCities.Api.Editorial.Import.Documents.Parsing;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Editorial.Import.Documents.LanguageChoice;

/// <summary>Chooses a document's language: the one given, the one that it declares, or the one that its words are of.</summary>
internal static class DocumentLanguage
{
    private const string Default = "en";
    private const int SampleEntries = 50;

    public static LanguageProposal Choose(FaqDocument document, ImportOptions options)
    {
        var detected = LanguageProfiles.Detect(ReadSample(document));
        if (!options.ProposesLanguage)
        {
            return detected is not null && !IsSame(detected, options.Language)
                ? new LanguageProposal(
                    options.Language, $"--language is {options.Language}, but the text seems to be in '{detected}'.", IsWarning: true)
                : new LanguageProposal(options.Language, null);
        }

        if (document.Language is { } declared && LanguageTag.Form.IsMatch(declared) && (detected is null || IsSame(detected, declared)))
        {
            return new LanguageProposal(LanguageTag.Canonical(declared), $"{LanguageTag.Canonical(declared)}, which the document declares");
        }

        return detected is null
            ? new LanguageProposal(Default, $"{Default}, because the document neither declares a language nor has enough words to tell one")
            : new LanguageProposal(detected, $"{detected}, from the words of the document{Contradict(document.Language)}");
    }

    private static string Contradict(string? declared) => declared is null ? "" : $", although it declares '{declared}'";

    private static bool IsSame(string one, string other) =>
        one.Split('-')[0].Equals(other.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    private static string ReadSample(FaqDocument document) =>
        string.Join('\n', document.Entries.Take(SampleEntries).Select(e => $"{e.Question}\n{Markdown.PlainText(e.Answer)}"));
}
