using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Chooses the form in which a document marks its questions.</summary>
internal static class FormChoice
{
    /// <returns>The questions in the strongest form that fits; null: no form finds one with an answer.</returns>
    public static (QuestionForm Form, DetectedQuestions Found)? Choose(IReadOnlyList<Block> blocks, HeadingParts headings)
    {
        var markers = Markers.Find(blocks);
        (QuestionForm Form, DetectedQuestions Found)? best = null;
        foreach (var form in Enum.GetValues<QuestionForm>())
        {
            var parts = form == QuestionForm.Heading ? headings.Cut() : FormParts.Cut(form, blocks, markers);
            var found = ContentsLists.Remove(DetectedQuestions.Create(parts));
            if (found.Count > 0 && (best is null || IsBetter(found, best.Value.Found)))
            {
                best = (form, found);
            }
        }

        return best;
    }

    /// <summary>A weaker form wins if there are many more, or if the questions of the stronger one are only sections for them.</summary>
    private static bool IsBetter(DetectedQuestions weaker, DetectedQuestions best)
    {
        if (weaker.Count <= best.Count)
        {
            return false;
        }

        return best.Count == 1 || weaker.Count >= 4 * best.Count || AreSections(best, weaker);
    }

    private static bool AreSections(DetectedQuestions best, DetectedQuestions weaker)
    {
        var starts = weaker.Entries.Select(e => e.Question.Position).ToHashSet();
        var answered = best.Entries.Where(e => e.HasAnswer).ToArray();
        return answered.Count(e => starts.Contains(e.Answer[0].Position)) * 5 >= answered.Length * 4;
    }
}
