using System.Globalization;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A line on a terminal that counts the entries that an import has written.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<int>
{
    private int _count;

    public void Report(int value)
    {
        _count += value;
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_count:N0} entries written, not yet committed"));
        terminal.Flush();
    }

    /// <summary>Ends the line, for what is printed next.</summary>
    public void End()
    {
        if (_count > 0)
        {
            terminal.WriteLine();
        }
    }
}
