using CsvHelper;

namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>Reads and writes the lines of contacts.csv (RFC 4180).</summary>
internal static class CsvTable
{
    /// <summary>Reads the lines. Spreadsheets of some countries separate by semicolons; the first line shows it.</summary>
    public static CsvRow[] Read(ImportFile file)
    {
        var text = file.Text();
        var header = text.Split('\n', 2)[0];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ",;\t".MaxBy(separator => header.Count(c => c == separator)),
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            string[] columns = [.. csv.Headers.Select(c => c.Trim())];
            EnsureColumns(file, columns);
            var rows = new List<CsvRow>();
            while (csv.Read())
            {
                rows.Add(ReadRow(file, csv, columns));
            }

            return [.. rows];
        }
        catch (CsvFormatException e)
        {
            throw new ImportException($"{file.Name}: line {e.LineNumber}: a quotation mark is not closed or not doubled.");
        }
    }

    /// <summary>With a byte order mark, without which spreadsheets don't read UTF-8.</summary>
    public static string Write(Dictionary<string, string>[] rows)
    {
        string[] columns = [.. CsvColumns.FindUsed(rows.SelectMany(r => r.Keys))];
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Quoting = CsvQuoting.Always }, leaveOpen: true))
        {
            csv.WriteRecord(columns);
            foreach (var row in rows)
            {
                csv.WriteRecord(Array.ConvertAll(columns, c => FormatCell(c, row.GetValueOrDefault(c, ""))));
            }
        }

        return "\uFEFF" + text;
    }

    private static CsvRow ReadRow(ImportFile file, CsvReader csv, string[] columns)
    {
        var cells = csv.Current.ToArray();
        return cells.Length <= columns.Length
            ? new CsvRow((int)csv.LineNumber, columns.Zip(cells)
                .Where(c => !string.IsNullOrWhiteSpace(c.Second))
                .ToDictionary(c => c.First, c => FormulaGuard.Unprotect(c.Second), StringComparer.Ordinal))
            : throw new ImportException($"{file.Name}: line {csv.LineNumber} has {cells.Length} cells, but {columns.Length} columns.");
    }

    private static void EnsureColumns(ImportFile file, string[] columns)
    {
        var unknown = columns.Where(c => !CsvColumns.IsKnown(c)).Select(c => $"{file.Name}: unknown column \"{c}\".");
        var doubled = columns.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"{file.Name}: two columns {g.Key}.");
        string[] problems = [.. unknown, .. doubled];
        if (problems.Length > 0)
        {
            throw new ImportException([.. problems, $"The columns are: {string.Join(", ", CsvColumns.All)}."]);
        }
    }

    private static string FormatCell(string column, string cell) => CsvColumns.IsNumber(column) ? cell : FormulaGuard.Protect(cell);
}
