namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>A piece of text with one formatting.</summary>
/// <param name="Target">The link's target, as written in the source.</param>
/// <param name="Note">The label of a note. The text of such a run is empty.</param>
internal sealed record Run(string Text, Marks Marks = Marks.None, string? Target = null, string? Note = null);
