namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>Minor: a typo or the layout. Major: the old text would mislead its reader.</summary>
internal enum Significance
{
    Minor,
    Major,
}
