namespace FreedomCities.Api.Editorial.Publishing;

/// <summary>An act that can't be done; nothing was.</summary>
internal sealed class LifecycleException(string message) : Exception(message);
