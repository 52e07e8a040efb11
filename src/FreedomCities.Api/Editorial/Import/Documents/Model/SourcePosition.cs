namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>The place of a block in its source.</summary>
/// <param name="Number">From 1; 0: unknown.</param>
/// <param name="Unit">line or paragraph.</param>
/// <param name="File">The file's name in a folder or archive.</param>
internal readonly record struct SourcePosition(int Number, string Unit = "line", string? File = null)
{
    /// <summary>Several positions in a sentence: "lines 3 and 7".</summary>
    public static string Join(SourcePosition[] positions) => positions.All(p => p.File is null)
        ? $"{positions[0].Unit}s {string.Join(" and ", positions.Select(p => p.Number))}"
        : string.Join(" and ", positions);

    public override string ToString() => (File, Number) switch
    {
        (null, _) => $"{Unit} {Number}",
        (_, 0) => File,
        _ => $"{File}, {Unit} {Number}",
    };
}
