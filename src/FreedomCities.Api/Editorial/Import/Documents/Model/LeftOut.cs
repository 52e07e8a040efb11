namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>A part of the source that is in no entry.</summary>
/// <param name="Reason">A short noun phrase: navigation, comment, image.</param>
/// <param name="Text">Its plain text, complete.</param>
internal sealed record LeftOut(SourcePosition Position, string Reason, string Text)
{
    public override string ToString() =>
        string.Join(": ", new[] { Position == default ? "" : Position.ToString(), Reason, Text.Trim() }.Where(part => part.Length > 0));
}
