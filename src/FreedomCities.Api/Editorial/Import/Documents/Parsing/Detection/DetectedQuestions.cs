using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>The questions of a document in one form, and the parts that belong to none.</summary>
/// <param name="Front">The parts before the first question.</param>
internal sealed record DetectedQuestions(DetectedEntry[] Entries, Part[] Front, LeftOut[] LeftOut)
{
    /// <summary>Whether the title of the document is its only question.</summary>
    public bool IsTitle { get; init; }

    /// <summary>How many texts end as a question and have an answer.</summary>
    public int Count => Entries.Count(e => e.Question.IsQuestion && e.HasAnswer);

    /// <summary>Whether a heading above the questions names an FAQ.</summary>
    public bool NamesFaq => Entries.Any(e => e.Sections.Any(TitleSubject.NamesFaq));

    public static DetectedQuestions Create(Part[] parts)
    {
        var first = Array.FindIndex(parts, p => p.Kind == PartKind.Question);
        return first < 0 ? new DetectedQuestions([], parts, []) : new EntryCollector(parts[..first]).Collect(parts[first..]);
    }
}
