namespace FreedomCities.Api.Benchmarks;

/// <summary>
/// Any number of entries with the length and the words of a few: a question of the first half of one and the second half of
/// another, an answer of as many sentences as some entry has, each from anywhere.
/// </summary>
internal sealed class Synthetic(string language, string[] sections, string[] questions, string[][] answers, string[] queries)
{
    private const int Seed = 1;

    private readonly string[] _sentences = [.. answers.SelectMany(a => a)];

    public string Language => language;

    public string[] Queries => queries;

    /// <summary>Made of the sentences of a data set, and asked its queries.</summary>
    public static Synthetic Create(DataSet set) => new(
        set.Language,
        [.. set.Entries!.Select(e => e.Section).Distinct(StringComparer.Ordinal)],
        [.. set.Entries!.Select(e => e.Question is "" ? e.Answer.Split(". ")[0] : e.Question)],
        [.. set.Entries!.Select(e => e.Answer.Split(". "))],
        [.. set.Queries.Select(q => Typing.Cut(q.Text))]);

    /// <summary>Made of words that mean nothing, some frequent and most rare, as in languages.</summary>
    public static Synthetic OfWords()
    {
        var random = new Random(Seed);
        string[] syllables = [.. "bcdfglmnprstv".SelectMany(c => "aeiou".Select(v => $"{c}{v}"))];
        string[] words = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(random.GetItems(syllables, random.Next(1, 5))))];
        string Text(int length) =>
            string.Join(' ', Enumerable.Range(0, length).Select(_ => words[(int)Math.Pow(words.Length, random.NextDouble())]));
        string[] Texts(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => Text(length))];
        return new Synthetic(
            "en",
            Texts(100, 3),
            Texts(1_000, 8),
            [.. Enumerable.Range(0, 1_000).Select(_ => Texts(random.Next(3, 15), 18))],
            Texts(300, 9));
    }

    /// <summary>Made while they are read: none is kept.</summary>
    public IEnumerable<Entry> Entries(int count)
    {
        var random = new Random(Seed);
        for (var n = 0; n < count; n++)
        {
            var (begin, end) = (questions[random.Next(questions.Length)].Split(' '), questions[random.Next(questions.Length)].Split(' '));
            yield return new Entry(
                sections[random.Next(sections.Length)],
                string.Join(' ', [.. begin.Take((begin.Length + 1) / 2), .. end.Skip(end.Length / 2)]),
                string.Join(". ", random.GetItems(_sentences, answers[random.Next(answers.Length)].Length)));
        }
    }
}
