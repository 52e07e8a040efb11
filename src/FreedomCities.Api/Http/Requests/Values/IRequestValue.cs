namespace FreedomCities.Api.Http.Requests.Values;

/// <summary>
/// A value of a request. It is parsed once, where it is bound. Binding accepts any text, so that one response names every value that has a
/// fault: <see cref="RequestValidator{T}"/> looks for them.
/// </summary>
public interface IRequestValue
{
    /// <summary>Message about what is wrong with the value; null: it is valid.</summary>
    string? Fault { get; }
}
