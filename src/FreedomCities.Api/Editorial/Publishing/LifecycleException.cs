namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>An operation that is refused. Nothing was written.</summary>
internal sealed class LifecycleException(string message) : Exception(message);
