namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>The words that a value can be.</summary>
public interface IVocabulary
{
    static abstract string[] All { get; }
}
