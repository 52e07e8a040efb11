namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>How much an edit matters: minor: typo, layout; major: a reader of the old text would be wrong.</summary>
internal enum Significance
{
    Minor,
    Major,
}
