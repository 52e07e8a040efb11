namespace FreedomCities.Api.Http.Requests.Values.Choices;

/// <summary>A set of allowed values.</summary>
public interface IVocabulary
{
    static abstract string[] All { get; }

    internal static string Message(string[] words) => $"Must be one of: {string.Join(", ", words)}.";
}
