namespace FreedomCities.Api.Content.Contacts.Phones;

/// <summary>Numbers that are nearly another one: one digit differs, or two neighbours are swapped.</summary>
internal static class NearNumbers
{
    private const int MinDigits = 7; // each short code is near many

    public static IEnumerable<string> FindAll(string number) =>
        number.Length <= MinDigits ? [] : Enumerable.Range(1, number.Length - 1).SelectMany(i => Substitute(number, i));

    public static bool AreNear(string one, string other) => FindAll(one).Contains(other, StringComparer.Ordinal);

    private static IEnumerable<string> Substitute(string number, int index)
    {
        var (before, after) = (number[..index], number[(index + 1)..]);
        var others = "0123456789".Where(digit => digit != number[index]).Select(digit => before + digit + after);
        return after is [var next, ..] && next != number[index] ? others.Append(before + next + number[index] + after[1..]) : others;
    }
}
