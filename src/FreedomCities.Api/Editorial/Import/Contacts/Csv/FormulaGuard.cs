namespace FreedomCities.Api.Editorial.Import.Contacts.Csv;

/// <summary>Keeps a spreadsheet from running a cell as a formula: an apostrophe before it makes it a text.</summary>
internal static class FormulaGuard
{
    // OWASP, CSV Injection; and the apostrophe itself, so that each cell has one meaning.
    private const string Risky = "=+-@\t\r\n＝＋－＠'";

    public static string Protect(string cell) => IsRisky(cell) ? "'" + cell : cell;

    public static string Unprotect(string cell) => cell.StartsWith('\'') && IsRisky(cell[1..]) ? cell[1..] : cell;

    private static bool IsRisky(string cell) => cell.Length > 0 && Risky.Contains(cell[0], StringComparison.Ordinal);
}
