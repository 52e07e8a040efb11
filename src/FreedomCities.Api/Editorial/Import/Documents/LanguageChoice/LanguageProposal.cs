namespace FreedomCities.Api.Editorial.Import.Documents.LanguageChoice;

/// <summary>The language that a document is imported in, and why.</summary>
/// <param name="Remark">For the report; null: it was given, and nothing speaks against it.</param>
/// <param name="IsWarning">The document seems to be in another language than the one that was given.</param>
internal sealed record LanguageProposal(string Language, string? Remark, bool IsWarning = false)
{
    public void Describe(ImportReport report)
    {
        if (Remark is not null)
        {
            report.Add(IsWarning ? "warnings" : "language", Remark);
        }
    }
}
