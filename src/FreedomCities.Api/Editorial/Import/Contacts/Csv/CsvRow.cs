namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>A line of contacts.csv: its cells that aren't empty, by column.</summary>
/// <param name="Line">Line of the file on which it begins.</param>
internal sealed record CsvRow(int Line, Dictionary<string, string> Cells)
{
    public string? Find(string column) => Cells.GetValueOrDefault(column);

    /// <summary>Says where the row is and what is wrong.</summary>
    public string Describe(string column, string problem) =>
        $"line {Line}, {column}: {problem} ({Find("slug") ?? "no slug"}{(Find(column) is { } value ? $": \"{value}\"" : "")})";
}
