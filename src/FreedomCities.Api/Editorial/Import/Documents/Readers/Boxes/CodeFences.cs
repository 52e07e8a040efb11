using System.Text.RegularExpressions;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Boxes;

/// <summary>Tells the lines of fenced code, one after the other.</summary>
internal sealed partial class CodeFences
{
    private string? _open;

    public bool Contains(string line)
    {
        var fence = Fence().Match(line).Value.Trim();
        if (_open is null)
        {
            _open = fence.Length > 0 ? fence : null;
            return fence.Length > 0;
        }

        _open = fence.StartsWith(_open, StringComparison.Ordinal) ? null : _open;
        return true;
    }

    [GeneratedRegex(@"\A[ \t]*(```+|~~~+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
